import { DEMONSTRATION_PASSWORD, demonstrationCode, demonstrationStaff } from "@/db/seed/accounts";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import type { StaffRole } from "./roles";

/** What a visitor of the demonstration needs to sign in as staff. */
export type DemonstrationSignIn = {
  name: string;
  email: string;
  roles: readonly StaffRole[];
  code: string;
};

/** The staff of the demonstration with their codes of this moment; undefined everywhere else. */
export function demonstrationSignIns(
  ctx: Ctx,
): { password: string; staff: DemonstrationSignIn[] } | undefined {
  if (!env().DEMO || env().production) return undefined;
  return {
    password: DEMONSTRATION_PASSWORD,
    staff: demonstrationStaff.map(({ givenName, familyName, email, roles, secret }) => ({
      name: `${givenName} ${familyName}`,
      email,
      roles,
      code: demonstrationCode(secret, ctx.now),
    })),
  };
}

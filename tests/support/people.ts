import { person, staffCredential, staffMember } from "@/db/schema/people";
import { body } from "@/db/schema/territory";
import { hashPassword } from "@/lib/auth/passwords";
import type { StaffRole } from "@/lib/auth/roles";
import { ONE_TIME_SECRET_SEAL } from "@/lib/auth/staff-secrets";
import type { Ctx } from "@/lib/context";
import { seal } from "@/lib/platform/sealing";

export const TEST_PASSWORD = "una password lunga";
export const TEST_SECRET = "NFXG64TBOR2WK4TJNRUW4ZDPMV2G64TJ";

/** A body with the given code; returns its id. */
export async function givenBody(ctx: Ctx, code: string): Promise<string> {
  const id = ctx.newId();
  await ctx.db
    .insert(body)
    .values({ id, slug: code, name: `Ente ${code}`, kind: "sds", code, officeName: "Ufficio" });
  return id;
}

/** A person with a proved mailbox; returns its id. */
export async function givenPerson(ctx: Ctx, email: string | null, name = "Amina Diallo") {
  const id = ctx.newId();
  const [givenName = "", familyName = ""] = name.split(" ");
  await ctx.db.insert(person).values({
    id,
    email,
    givenName,
    familyName,
    emailVerifiedAt: email ? ctx.now : null,
    createdAt: ctx.now,
  });
  return id;
}

/** A member of staff who can sign in with TEST_PASSWORD and codes of TEST_SECRET. */
export async function givenStaff(
  ctx: Ctx,
  email: string,
  roles: readonly { bodyId: string; role: StaffRole }[],
): Promise<string> {
  const personId = await givenPerson(ctx, email, "Chiara Bandini");
  for (const held of roles) await ctx.db.insert(staffMember).values({ ...held, personId });
  await ctx.db.insert(staffCredential).values({
    personId,
    passwordHash: await hashPassword(TEST_PASSWORD),
    totpSecret: seal(ONE_TIME_SECRET_SEAL, TEST_SECRET),
  });
  return personId;
}

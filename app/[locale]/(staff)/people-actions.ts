"use server";
import { action } from "@/lib/actions";
import type { Ctx } from "@/lib/context";
import { createStaffMember } from "@/lib/people/commands/create-staff-member";
import { endStaffRole } from "@/lib/people/commands/end-staff-role";
import { renewSignIn } from "@/lib/people/commands/renew-sign-in";
import { endStaffRoleSchema, renewSignInSchema, staffMemberSchema } from "@/lib/people/schema";
import { routes } from "@/lib/routes";

/** Gives roles and, where needed, invites. The address of the invitation goes by e-mail alone. */
export const createStaffMemberAction = action(
  "staff.create",
  staffMemberSchema,
  async (ctx: Ctx, input) => (await createStaffMember(ctx, input)).invitationUrl !== undefined,
  {
    audience: "staff",
    redirectTo: (invited) => `${routes.staffPeople()}?fatto=${invited ? "invito" : "ruoli"}`,
    keep: ["bodyId", "givenName", "familyName", "email", "roles"],
  },
);

/** Takes one role away. */
export const endStaffRoleAction = action("staff.end", endStaffRoleSchema, endStaffRole, {
  audience: "staff",
  redirectTo: () => `${routes.staffPeople()}?fatto=fine`,
});

/** Voids the sign-in and sends a new invitation. */
export const renewSignInAction = action(
  "staff.renew",
  renewSignInSchema,
  async (ctx: Ctx, input) => {
    await renewSignIn(ctx, input);
  },
  { audience: "staff", redirectTo: () => `${routes.staffPeople()}?fatto=nuovo-invito` },
);

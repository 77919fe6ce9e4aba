"use server";
import { action } from "@/lib/actions";
import type { Ctx } from "@/lib/context";
import { createStaffMember } from "@/lib/people/commands/create-staff-member";
import { staffMemberSchema } from "@/lib/people/schema";
import { routes } from "@/lib/routes";
import { reorganiseZones } from "@/lib/territory/commands/reorganise-zones";
import { saveBody } from "@/lib/territory/commands/save-body";
import { bodySchema, reorganiseSchema } from "@/lib/territory/schema";

export const reorganiseZonesAction = action(
  "territory.reorganise",
  reorganiseSchema,
  reorganiseZones,
  {
    audience: "territory",
    redirectTo: () => `${routes.staffTerritory()}?fatto=si`,
    keep: "all",
  },
);

export const saveBodyAction = action("territory.saveBody", bodySchema, saveBody, {
  audience: "territory",
  redirectTo: ({ id }) => `${routes.staffBody(id)}&fatto=si`,
  keep: "all",
});

/** The first administrator of a body, who invites the others. */
export const appointFirstAction = action(
  "territory.appointFirst",
  staffMemberSchema,
  async (ctx: Ctx, input) => {
    await createStaffMember(ctx, input);
    return input.bodyId;
  },
  {
    audience: "territory",
    redirectTo: (bodyId) => `${routes.staffBody(bodyId)}&fatto=si`,
    keep: ["givenName", "familyName", "email", "roles"],
  },
);

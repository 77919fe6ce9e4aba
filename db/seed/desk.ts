import { startAssistedApplication } from "@/lib/applications/commands/start-assisted-application";
import { startAssistedSchema } from "@/lib/applications/schema/desk";
import type { Ctx } from "@/lib/context";
import { bodyId, demonstrationBodies } from "./bodies";
import type { SeedApplicant } from "./data/applicants";
import { personId } from "./people";
import { type Seed, seedId } from "./seed";

/** How somebody without the site comes to the desk of Valdera. */
export type SeedDesk = {
  channel: "paper" | "telephone";
  /** When the paper came: days from today, and the hour. */
  came?: { day: number; at: string };
};

/** Who came that way, and how. */
export const seedDesk: readonly { applicant: SeedApplicant; desk: SeedDesk }[] = [
  {
    applicant: { givenName: "Assunta", familyName: "Bertelli" },
    desk: { channel: "paper", came: { day: -5, at: "11:20" } },
  },
  { applicant: { givenName: "Rocco", familyName: "Lupi" }, desk: { channel: "telephone" } },
];

/** Begins an application as the desk of Valdera does; the context goes on with its form. */
export async function beginAtDesk(
  seed: Seed,
  given: { callId: string; applicant: SeedApplicant; desk: SeedDesk; at: Date },
): Promise<{ ctx: Ctx; applicationId: string }> {
  const { callId, desk, at } = given;
  const { givenName, familyName } = given.applicant;
  const name = `desk:${callId}:${givenName} ${familyName}`;
  const body = bodyId(demonstrationBodies.valdera);
  const operator = personId("lucia-gori");
  const roles = [{ bodyId: body, role: "desk" }] as const;
  const staff = seed.ctx({ name, at, actor: { kind: "staff", personId: operator, roles } });
  const input = startAssistedSchema.parse({
    ...{ key: seedId(name), callId, track: "citizen", givenName, familyName },
    ...{ channel: desk.channel, phone: "0587 000000", privacyGiven: "read" },
    ...{ identity: "document", documentKind: "identityCard", documentNumber: "CA00000AA" },
    ...(desk.came && {
      ...{ arrivedOn: seed.day(desk.came.day), arrivedAt: desk.came.at },
      ...{ reference: "prot. 4127", privacyGiven: "enclosed" },
    }),
  });
  const receivedAt = at.toISOString().replace("Z", "000Z");
  const { applicationId } = await startAssistedApplication(staff, { ...input, receivedAt });
  const form = seed.ctx({
    ...{ name: `${name}:form`, at },
    actor: {
      ...{ kind: "person", personId: operator, strength: "staff", identityLevel: "" },
      ...{ organisationIds: [], desks: [body] },
    },
  });
  return { ctx: form, applicationId };
}

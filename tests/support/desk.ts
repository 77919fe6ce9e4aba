import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { type Database, scopedDatabase } from "@/db/client";
import { staffMember } from "@/db/schema/people";
import { saveSections } from "@/lib/applications/commands/save-sections";
import { startAssistedApplication } from "@/lib/applications/commands/start-assisted-application";
import { applicationForCommand } from "@/lib/applications/queries/application-for-command";
import { type AssistedStart, startAssistedSchema } from "@/lib/applications/schema/desk";
import type { Ctx } from "@/lib/context";
import { romeParts } from "@/lib/kernel/rome-time";
import { bodyCode, somebody } from "./applications";

/** Somebody who keeps the desk of a body: as staff behind its wall, and on the pages of applicants. */
export async function operatorOf(pool: Pool, bodyId: string, role: "desk" | "reviewer" = "desk") {
  const { ctx, personId } = await somebody(scopedDatabase(pool, "*"), "Lucia");
  await ctx.db.insert(staffMember).values({ bodyId, personId, role });
  const staff: Ctx = {
    ...ctx,
    db: scopedDatabase(pool, [bodyId]),
    actor: { kind: "staff", personId, roles: [{ bodyId, role }] },
  };
  const form: Ctx = {
    ...ctx,
    actor: {
      ...{ kind: "person", personId, strength: "staff", identityLevel: "" },
      ...{ organisationIds: [], desks: [bodyId] },
    },
  };
  return { bodyId, personId, staff, form };
}

export type Operator = Awaited<ReturnType<typeof operatorOf>>;

/** What the page of the desk posts, read as its action reads it. */
export function atTheDesk(callId: string, given: Record<string, unknown> = {}): AssistedStart {
  return startAssistedSchema.parse({
    ...{ key: randomUUID(), callId, track: "organisation", channel: "desk" },
    ...{ givenName: "Amina", familyName: "Diallo", privacyGiven: "handed" },
    ...{ identity: "document", documentKind: "passport", documentNumber: "YA1234567" },
    ...given,
  });
}

/** An hour of Rome as the form has it. */
export function arrivalAt(instant: Date) {
  const { date, time } = romeParts(instant);
  return { channel: "paper", reference: "prot. 12", arrivedOn: date, arrivedAt: time };
}

/** Somebody who has proved that the mailbox is theirs, as one who claims an entry has to. */
export async function provedMailbox(owner: Pool, db: Database, name: string) {
  const found = await somebody(db, name);
  await owner.query("update person set email_verified_at = now() where id = $1", [found.personId]);
  return { ...found, email: `${found.personId}@example.it` };
}

/** An assisted draft that lacks nothing but the sending. */
export async function assistedDraft(
  operator: Operator,
  callId: string,
  given: Record<string, unknown> & { code?: string } = {},
): Promise<string> {
  const { code = bodyCode(1), ...start } = given;
  const { applicationId } = await startAssistedApplication(
    operator.staff,
    atTheDesk(callId, start),
  );
  await answerAssisted(operator, applicationId, code);
  return applicationId;
}

/** The answers that the sample form asks. */
export async function answerAssisted(operator: Operator, applicationId: string, code: string) {
  const found = await applicationForCommand(operator.form, applicationId);
  const answers =
    found.application.track === "citizen"
      ? { firstName: "Amina", age: "adult", why: "Perché serve" }
      : { legalNature: "aps", name: "Rete Passaparola APS", code, why: "Perché serve" };
  const revisions = Object.entries(found.sections).map(([id, one]) => [id, one.revision]);
  await saveSections(operator.form, {
    ...{ applicationId, shown: Object.keys(answers), revisions: Object.fromEntries(revisions) },
    entries: Object.entries(answers),
  });
}

import type { Database } from "@/db/client";
import { call, formDefinition } from "@/db/schema/calls";
import { person } from "@/db/schema/people";
import { body } from "@/db/schema/territory";
import { acknowledgePrivacy } from "@/lib/applications/commands/acknowledge-privacy";
import { saveSections } from "@/lib/applications/commands/save-sections";
import { startApplication } from "@/lib/applications/commands/start-application";
import type { SubmitInput } from "@/lib/applications/commands/submit-application";
import type { ApplicationTrack } from "@/lib/applications/core/tracks";
import { applicationForCommand } from "@/lib/applications/queries/application-for-command";
import { contentDigest } from "@/lib/applications/queries/assess-application";
import type { Actor } from "@/lib/auth/actor";
import { type Ctx, makeContext } from "@/lib/context";
import { databaseClock } from "@/lib/transaction";
import { sampleContent, sampleForm } from "./sample-form";

type CallGiven = Partial<typeof call.$inferInsert>;

/** A body with a published call that is open for an hour on both sides of now. */
export async function openCall(ctx: Ctx, given: CallGiven = {}, definition = sampleForm) {
  const now = Date.now();
  const [bodyId, callId, formId] = [ctx.newId(), ctx.newId(), ctx.newId()];
  const mark = bodyId.slice(-6).toUpperCase();
  await ctx.db.insert(body).values({
    id: bodyId,
    slug: mark.toLowerCase(),
    name: `SdS ${mark}`,
    kind: "sds",
    code: `B${mark}`,
    ipaCode: "sds_x",
    officeName: "Ufficio Partecipazione",
  });
  await ctx.db
    .insert(formDefinition)
    .values({ id: formId, bodyId, definition, frozenAt: ctx.now, createdAt: ctx.now });
  await ctx.db.insert(call).values({
    id: callId,
    bodyId,
    code: "2026/1",
    slug: `avviso-${mark.toLowerCase()}`,
    regime: "participatoryPath",
    state: "published",
    title: "Parità di accesso ai servizi",
    audiences: ["organisation", "citizen"],
    opensAt: new Date(now - 3_600_000),
    closesAt: new Date(now + 3_600_000),
    content: sampleContent,
    formDefinitionId: formId,
    createdAt: ctx.now,
    updatedAt: ctx.now,
    publishedAt: ctx.now,
    ...given,
  });
  return { bodyId, callId };
}

export type Applicant = { ctx: Ctx; personId: string };

/** A person with a verified mailbox, and the context in which it acts. */
export async function somebody(db: Database, name = "Lucia"): Promise<Applicant> {
  const base = makeContext({
    db,
    actor: { kind: "system", job: "test" },
    now: new Date(),
    requestId: "test-request",
  });
  const personId = base.newId();
  await db.insert(person).values({
    id: personId,
    givenName: name,
    familyName: "Bianchi",
    email: `${personId}@example.it`,
    createdAt: base.now,
  });
  const actor: Actor = {
    kind: "person",
    personId,
    strength: "mailbox",
    identityLevel: "mailbox",
    organisationIds: [],
  };
  return { personId, ctx: { ...base, actor } };
}

/** Fiscal codes of bodies with a right check digit, different for each number. */
export function bodyCode(number: number): string {
  const ten = String(9_100_000_000 + number);
  const sum = [...ten].reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return ten + ((10 - (sum % 10)) % 10);
}

/** A draft that lacks nothing but the sending. */
export async function completeDraft(
  applicant: Applicant,
  callId: string,
  given: { track?: ApplicationTrack; code?: string; why?: string } = {},
): Promise<string> {
  const { ctx } = applicant;
  const track = given.track ?? "organisation";
  const { applicationId } = await startApplication(ctx, { callId, track });
  await acknowledgePrivacy(ctx, { applicationId });
  const { sections } = await applicationForCommand(ctx, applicationId);
  const answers =
    track === "organisation"
      ? { legalNature: "aps", name: "Rete Passaparola APS", code: given.code ?? bodyCode(1) }
      : { firstName: "Lucia", age: "adult" };
  const entries = Object.entries({ ...answers, why: given.why ?? "Perché serve" });
  await saveSections(ctx, {
    applicationId,
    shown: entries.map(([name]) => name),
    revisions: Object.fromEntries(
      Object.entries(sections).map(([id, section]) => [id, section.revision]),
    ),
    entries,
  });
  return applicationId;
}

/** What the summary page would post for a draft at this moment. */
export async function confirmation(
  ctx: Ctx,
  applicationId: string,
  given: Partial<SubmitInput> = {},
): Promise<SubmitInput> {
  const found = await applicationForCommand(ctx, applicationId);
  return {
    applicationId,
    key: `key-${applicationId}`,
    content: contentDigest(found),
    entries: [["truth", "on"]],
    receivedAt: await databaseClock(ctx),
    ...given,
  };
}

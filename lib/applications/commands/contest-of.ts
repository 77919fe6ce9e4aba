import { and, eq, notInArray, or } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { inTransaction } from "@/lib/transaction";
import { applicantOf } from "../core/applicant";
import type { SubmitReason } from "../core/rules";
import { applicationPolicy } from "../policy";
import { actingFor } from "../queries/acting-for";
import { applicationForCommand, type LoadedApplication } from "../queries/application-for-command";
import { assessApplication } from "../queries/assess-application";
import { municipalityCodes } from "../queries/municipality-codes";
import { nameOf } from "./compose-submission";
import { recordRefusedAttempt } from "./record-refused-attempt";
import type { SubmitInput } from "./submit-application";

type InTheWay = Extract<SubmitReason, "already_applied" | "code_in_use">;

/**
 * What a sending was refused for by the constraint of one live application: an own one, or one that
 * somebody else sent with the same fiscal code. A code that is typed proves nothing, so the latter
 * is written down with its moment, for the office to see whose the code is. Undefined: nothing
 * stands in the way any more.
 */
export async function contestOf(ctx: Ctx, input: SubmitInput): Promise<InTheWay | undefined> {
  const found = await applicationForCommand(ctx, input.applicationId);
  const holders = await holdersOf(ctx, found, input);
  if (holders.length === 0) return undefined;
  if (holders.some((holder) => isOwn(ctx, holder, found))) return "already_applied";
  const { application: row, desk } = found;
  await inTransaction(ctx, async (tx) => {
    for (const { id: contestedId } of holders) {
      const news = await recordRefusedAttempt(tx, {
        ...{ callId: row.callId, applicationId: row.id, personId: row.personId, contestedId },
        ...(desk && { operatorId: personOf(ctx.actor) ?? null, reference: desk.reference }),
        ...{ receivedAt: input.receivedAt, reason: "code_in_use" },
      });
      if (!news) continue;
      await recordEvent(actingFor(tx, row), {
        bodyId: row.bodyId,
        action: "application.contested",
        subjectType: "application",
        subjectId: contestedId,
        facts: { by: row.id, receivedAt: input.receivedAt },
      });
    }
  });
  return "code_in_use";
}

/** The live applications of the applicant that this one names: at most one by key, one by code. */
async function holdersOf(ctx: Ctx, found: LoadedApplication, input: SubmitInput) {
  const { application: row, person } = found;
  const { fields, flat } = assessApplication(found, await municipalityCodes(ctx), input.entries);
  const applicant = applicantOf(row.track ?? "citizen", fields, flat, nameOf(person));
  const { fiscalCode } = applicant;
  const ofPerson = applicant.kind === "person";
  const group = row.organisationId && `group:${row.organisationId}`;
  const key = ofPerson
    ? `person:${row.personId}`
    : fiscalCode
      ? `body:${fiscalCode}`
      : (group ?? "");
  return ctx.db
    .select()
    .from(application)
    .where(
      and(
        eq(application.callId, row.callId),
        // What it is sent in place of is no rival.
        notInArray(application.id, row.replacesId ? [row.id, row.replacesId] : [row.id]),
        notInArray(application.state, ["draft", "withdrawn"]),
        or(
          eq(application.applicantKey, key),
          ofPerson && fiscalCode ? eq(application.applicantCode, fiscalCode) : undefined,
        ),
      ),
    );
}

/** Of the same person, or of an organisation that the person works for. */
function isOwn(
  ctx: Ctx,
  holder: typeof application.$inferSelect,
  { application: row }: LoadedApplication,
): boolean {
  if (holder.personId === row.personId) return true;
  const writes = personOf(ctx.actor) === row.personId;
  return writes && applicationPolicy.can(ctx.actor, "application.edit", holder);
}

import { and, asc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { call } from "@/db/schema/calls";
import { person } from "@/db/schema/people";
import { issuedDocument } from "@/db/schema/register";
import { decision, outcome } from "@/db/schema/review";
import { body } from "@/db/schema/territory";
import { deskMailbox } from "@/lib/applications/queries/desk-mailbox";
import type { Ctx } from "@/lib/context";

const FINAL = ["admitted", "inadmissible", "notAdmitted", "reserve"];

/** A decision of a published outcome that has no letter yet, with what the letter needs. */
export type LetterDue = Awaited<ReturnType<typeof lettersDue>>[number];

/** The next letters to write, oldest application first; the applications stay locked. */
export async function lettersDue(tx: Ctx, outcomeId: string, limit: number) {
  return tx.db
    .select({
      ...{ application, decision, outcome, call, body, person },
      /** Given at the desk. */
      deskMailbox: deskMailbox(sql`"application"."id"`),
    })
    .from(outcome)
    .innerJoin(call, eq(call.id, outcome.callId))
    .innerJoin(body, eq(body.id, outcome.bodyId))
    .innerJoin(application, eq(application.callId, call.id))
    .innerJoin(person, eq(person.id, application.personId))
    .innerJoin(
      decision,
      and(
        eq(decision.applicationId, application.id),
        isNull(decision.supersededById),
        sql`${decision.result} = ${application.state}`,
      ),
    )
    .leftJoin(
      issuedDocument,
      and(
        eq(issuedDocument.subjectId, decision.id),
        eq(issuedDocument.kind, "decisionLetter"),
        eq(issuedDocument.state, "valid"),
      ),
    )
    .where(
      and(
        eq(outcome.id, outcomeId),
        inArray(application.state, FINAL),
        isNull(issuedDocument.id),
        isNotNull(application.code),
      ),
    )
    .orderBy(asc(application.code))
    .limit(limit)
    .for("update", { of: application });
}

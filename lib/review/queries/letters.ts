import { and, asc, count, eq, inArray, type SQL, sql } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { message } from "@/db/schema/mail";
import { issuedDocument } from "@/db/schema/register";
import { decision } from "@/db/schema/review";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { messagePolicy } from "@/lib/mail/policy";
import type { DecisionLetterView } from "../core/decision-letter-view";
import { LETTER_VIEWS, type LetterView } from "../core/letter-views";
import { reviewPolicy } from "../policy";
import { type StaffCall, staffCall } from "./staff-calls";

export const LETTERS_PAGE = 50;

export type LetterRow = {
  /** Of the issued document. */
  id: string;
  code: string;
  applicant: string;
  result: string;
  messageId: string | null;
  /** Handed over, but nobody confirmed it. */
  presumed: boolean;
  /** State of the mail; "none" for who gave no mailbox. */
  state: string;
  sentAt: Date | null;
  lastError: string | null;
};

export type LettersPage = {
  call: StaffCall;
  counts: { state: string; count: number }[];
  rows: LetterRow[];
  next: string | undefined;
  /** Decisions published, whether their letter is written or not. */
  expected: number;
  /** The letter that is open, out of its immutable view. */
  open: (LetterRow & { view: DecisionLetterView; recipient: string | null }) | undefined;
  /** Whether the reader may send again what did not leave. */
  mayRetry: boolean;
};

const STATE = sql<string>`coalesce(${message.state}, 'none')`;

/**
 * The letters of a call's outcome with how each fared. Four queries. NotFound for who does not
 * review for the body.
 */
export async function lettersPage(
  ctx: Ctx,
  callId: string,
  request: { view: LetterView; after: string; open: string },
): Promise<LettersPage> {
  const call = await staffCall(ctx, callId);
  if (!reviewPolicy.can(ctx.actor, "review.view", call)) throw new NotFound();
  const wanted: readonly string[] = LETTER_VIEWS[request.view];
  const shown = and(
    eq(application.callId, callId),
    wanted.length > 0 ? inArray(STATE, [...wanted]) : undefined,
    request.after === "" ? undefined : sql`${application.code} > ${request.after}`,
  );
  const [counts, page] = await Promise.all([
    ctx.db
      .select({ state: STATE, count: count() })
      .from(issuedDocument)
      .innerJoin(decision, letterOf)
      .innerJoin(application, eq(application.id, decision.applicationId))
      .leftJoin(message, mailOf)
      .where(eq(application.callId, callId))
      .groupBy(STATE),
    lettersWhere(ctx, shown),
  ]);
  const rows = page.slice(0, LETTERS_PAGE);
  const wantedOpen = page.find(({ id }) => id === request.open) ?? rows[0];
  return {
    call,
    counts,
    rows,
    next: page.length > LETTERS_PAGE ? rows.at(-1)?.code : undefined,
    expected: call.outcomeAt
      ? call.counts.received - call.counts.toCheck - call.counts.toDecide
      : 0,
    open: wantedOpen,
    mayRetry: messagePolicy.can(ctx.actor, "message.retry", call),
  };
}

const letterOf = and(
  eq(decision.id, issuedDocument.subjectId),
  eq(issuedDocument.kind, "decisionLetter"),
  eq(issuedDocument.state, "valid"),
);
const mailOf = and(
  eq(message.subjectId, decision.id),
  eq(message.kind, "decision"),
  sql`${message.state} not in ('superseded', 'cancelled')`,
);

async function lettersWhere(ctx: Ctx, where: SQL | undefined) {
  const rows = await ctx.db
    .select({
      id: issuedDocument.id,
      code: application.code,
      applicant: application.applicantName,
      result: decision.result,
      state: STATE,
      messageId: message.id,
      presumed: sql<boolean>`coalesce(${message.presumed}, false)`,
      sentAt: message.sentAt,
      lastError: message.lastError,
      recipient: message.recipient,
      view: issuedDocument.view,
    })
    .from(issuedDocument)
    .innerJoin(decision, letterOf)
    .innerJoin(application, eq(application.id, decision.applicationId))
    .leftJoin(message, mailOf)
    .where(where)
    .orderBy(asc(application.code))
    .limit(LETTERS_PAGE + 1);
  return rows.map((row) => ({
    ...row,
    code: row.code ?? "",
    view: row.view as DecisionLetterView,
  }));
}

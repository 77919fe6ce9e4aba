import { and, asc, count, eq, sql } from "drizzle-orm";
import { clarification } from "@/db/schema/clarifications";
import type { Ctx } from "@/lib/context";
import { callPolicy } from "../policy";

/** What everybody reads: question and answer in the words of staff, never who asked. */
export type PublicClarification = { id: string; question: string; answer: string; on: Date };

export type PublicClarifications = {
  /** In the order of the answers: later ones may build on earlier ones. */
  published: PublicClarification[];
  /** How many questions wait for an answer. */
  waiting: number;
};

/** The clarifications of a call for its public page. One query. */
export async function clarificationsOf(ctx: Ctx, callId: string): Promise<PublicClarifications> {
  const rows = await ctx.db
    .select({
      id: clarification.id,
      state: clarification.state,
      question: clarification.question,
      // What was answered to one person alone leaves the database only for that person.
      answer: sql<string | null>`case when ${clarification.state} = 'published'
        then ${clarification.answer} end`,
      on: clarification.answeredAt,
    })
    .from(clarification)
    .where(eq(clarification.callId, callId))
    .orderBy(asc(clarification.answeredAt), asc(clarification.id));
  return {
    published: rows.flatMap(({ id, state, question, answer, on }) =>
      state === "published" && question !== null && answer !== null && on !== null
        ? { id, question, answer, on }
        : [],
    ),
    waiting: rows.filter(({ state }) => state === "open").length,
  };
}

/** How many questions about a call wait for an answer. One query. */
export async function waitingQuestions(ctx: Ctx, callId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ count: count() })
    .from(clarification)
    .where(and(eq(clarification.callId, callId), eq(clarification.state, "open")));
  return row?.count ?? 0;
}

export type WaitingQuestion = { id: string; asked: string; askedAt: Date };
export type AnsweredForStaff = {
  id: string;
  asked: string;
  /** Null where only the asker was answered. */
  question: string | null;
  answer: string;
  on: Date;
};

/**
 * The questions of a call for those who work for its body, the oldest first. Staff answer without
 * knowing who asks: the answer is the same for everybody. One query.
 */
export async function questionQueue(
  ctx: Ctx,
  call: { id: string; bodyId: string },
): Promise<{ waiting: WaitingQuestion[]; answered: AnsweredForStaff[]; mayAnswer: boolean }> {
  callPolicy.authorize(ctx.actor, "call.viewAsStaff", call);
  const rows = await ctx.db
    .select({
      id: clarification.id,
      asked: clarification.asked,
      askedAt: clarification.askedAt,
      question: clarification.question,
      answer: clarification.answer,
      on: clarification.answeredAt,
    })
    .from(clarification)
    .where(and(eq(clarification.callId, call.id), eq(clarification.bodyId, call.bodyId)))
    .orderBy(asc(clarification.askedAt), asc(clarification.id));
  return {
    waiting: rows.filter(({ answer }) => answer === null),
    answered: rows.flatMap(({ id, asked, question, answer, on }) =>
      answer !== null && on !== null ? { id, asked, question, answer, on } : [],
    ),
    mayAnswer: callPolicy.can(ctx.actor, "call.answer", call),
  };
}

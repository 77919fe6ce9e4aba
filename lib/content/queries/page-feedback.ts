import { and, desc, eq, gte, isNotNull, lte, or, sql } from "drizzle-orm";
import { pageFeedback } from "@/db/schema/content";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import type { LocalDate } from "@/lib/kernel/local-date";
import type { Distribution } from "../core/feedback";
import { contentPolicy } from "../policy";

/** Both days are included. */
export type Period = { from: LocalDate; to: LocalDate };

export type RatedPage = { page: string; votes: Distribution; comments: number };

/** Pages with their votes in a period, those with most votes first. NotFound for others. One query. */
export async function ratedPages(ctx: Ctx, period: Period): Promise<RatedPage[]> {
  if (!contentPolicy.can(ctx.actor, "feedback.view", {})) throw new NotFound();
  const stars = (rate: number) => sql`count(*) filter (where ${pageFeedback.rate} = ${rate})`;
  return ctx.db
    .select({
      page: pageFeedback.page,
      votes: sql<Distribution>`json_build_array(${sql.join([1, 2, 3, 4, 5].map(stars), sql`, `)})`,
      comments: sql<number>`count(${pageFeedback.comment})::int`,
    })
    .from(pageFeedback)
    .where(within(period))
    .groupBy(pageFeedback.page)
    .orderBy(sql`count(*) desc`, pageFeedback.page)
    .limit(200);
}

export type Comment = {
  id: string;
  rate: number;
  reason: string | null;
  comment: string | null;
  givenOn: string;
};

/** What was said about one page in a period, the latest first. One query. */
export async function commentsOfPage(ctx: Ctx, page: string, period: Period): Promise<Comment[]> {
  if (!contentPolicy.can(ctx.actor, "feedback.view", {})) throw new NotFound();
  return ctx.db
    .select({
      id: pageFeedback.id,
      rate: pageFeedback.rate,
      reason: pageFeedback.reason,
      comment: pageFeedback.comment,
      givenOn: pageFeedback.givenOn,
    })
    .from(pageFeedback)
    .where(
      and(
        within(period),
        eq(pageFeedback.page, page),
        or(isNotNull(pageFeedback.comment), isNotNull(pageFeedback.reason)),
      ),
    )
    .orderBy(desc(pageFeedback.givenOn), desc(pageFeedback.id))
    .limit(200);
}

const within = ({ from, to }: Period) =>
  and(gte(pageFeedback.givenOn, from), lte(pageFeedback.givenOn, to));

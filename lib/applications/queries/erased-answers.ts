import { sql } from "drizzle-orm";

/** Of an application: how many answers were erased because their days were over, and when last. */
export const erasedAnswers = sql<{ count: number; on: string } | null>`(
  select json_build_object('count', count(distinct field), 'on', max(e.erased_on))
  from answer_erasure e cross join lateral unnest(e.fields) field
  where e.application_id = "application"."id" having count(*) > 0)`;

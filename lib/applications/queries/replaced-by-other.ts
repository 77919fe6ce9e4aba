import { sql } from "drizzle-orm";
import { application } from "@/db/schema/applications";

/** Whether another application was sent in place of the one that is read. */
export const replacedByOther = sql<boolean>`exists (select from ${application} other
  where other.replaces_id = "application"."id" and other.submitted_at is not null)`;

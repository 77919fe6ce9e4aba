import { and, eq } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import type { Ctx } from "@/lib/context";

/** The ids of the drafts that were begun to change an application: each holds a copy of it. */
export const replacementDrafts = (ctx: Ctx, applicationId: string) =>
  ctx.db
    .select({ id: application.id })
    .from(application)
    .where(and(eq(application.replacesId, applicationId), eq(application.state, "draft")));

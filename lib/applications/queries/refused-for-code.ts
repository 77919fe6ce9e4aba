import { and, desc, eq } from "drizzle-orm";
import { refusedAttempt } from "@/db/schema/calls";
import { dateOfExact } from "@/lib/calls/core/deadline";
import type { Ctx } from "@/lib/context";
import type { SubmitReason } from "../core/rules";
import type { DraftPage } from "./draft-page";

const CODE_IN_USE: SubmitReason = "code_in_use";

/**
 * When the sending of a draft was refused because somebody else has sent with its fiscal code; for
 * who may see the draft. One query.
 */
export async function refusedForCode(
  ctx: Ctx,
  { application }: Pick<DraftPage, "application">,
): Promise<Date | undefined> {
  const [row] = await ctx.db
    .select({ at: refusedAttempt.receivedAt })
    .from(refusedAttempt)
    .where(
      and(
        // By the call too: attempts are found by it.
        eq(refusedAttempt.callId, application.callId),
        eq(refusedAttempt.applicationId, application.id),
        eq(refusedAttempt.reason, CODE_IN_USE),
      ),
    )
    .orderBy(desc(refusedAttempt.receivedAt))
    .limit(1);
  return row && dateOfExact(row.at);
}

import { eq, sql } from "drizzle-orm";
import { outage } from "@/db/schema/outages";
import { platformMark } from "@/db/schema/platform";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { databaseClock, inTransaction } from "@/lib/transaction";

const MARK = "web.beat";
/** A silence longer than this was an outage: each web process beats three times a minute. */
const SILENCE_MS = 120_000;

/**
 * A sign of life of the site: a web process has reached the database. When the last sign of any of
 * them is too old, nobody could apply in between: the system writes that into the register by
 * itself. Returns the outage, if it was one. Many processes at once write it once.
 */
export async function noticeOutage(ctx: Ctx): Promise<{ outageId: string } | undefined> {
  return inTransaction(ctx, async (tx) => {
    const first = await tx.db
      .insert(platformMark)
      .values({ key: MARK, value: true, setAt: sql`clock_timestamp()` })
      .onConflictDoNothing()
      .returning({ key: platformMark.key });
    if (first.length > 0) return undefined;
    const [last] = await tx.db
      .select({ at: platformMark.setAt })
      .from(platformMark)
      .where(eq(platformMark.key, MARK))
      .for("update");
    const now = new Date(await databaseClock(tx));
    await tx.db.update(platformMark).set({ setAt: now }).where(eq(platformMark.key, MARK));
    if (!last || now.getTime() - last.at.getTime() <= SILENCE_MS) return undefined;
    const id = tx.newId();
    await tx.db.insert(outage).values({
      ...{ id, bodyId: null, kind: "platform", startedAt: last.at, endedAt: now, note: "" },
      recordedAt: now,
    });
    await recordEvent(tx, {
      bodyId: undefined,
      action: "outage.noticed",
      subjectType: "outage",
      subjectId: id,
      facts: { startedAt: last.at.toISOString(), endedAt: now.toISOString() },
    });
    return { outageId: id };
  });
}

import { and, eq, lte } from "drizzle-orm";
import { convocation } from "@/db/schema/workshops";
import type { Ctx } from "@/lib/context";
import { inTransaction } from "@/lib/transaction";
import { lockMeeting } from "./lock-meeting";
import { offerSeats } from "./offer-seats";

/**
 * Lets offers that nobody took run out and offers their places to the next in line. Running it
 * twice, or late, changes only when.
 */
export async function expireSeatOffers(ctx: Ctx, input: { meetingId: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const meeting = await lockMeeting(tx, input.meetingId);
    await tx.db
      .update(convocation)
      .set({ seat: "expired", offerExpiresAt: null })
      .where(
        and(
          eq(convocation.meetingId, meeting.id),
          eq(convocation.seat, "offered"),
          lte(convocation.offerExpiresAt, tx.now),
        ),
      );
    if (meeting.state === "convened") await offerSeats(tx, meeting);
  });
}

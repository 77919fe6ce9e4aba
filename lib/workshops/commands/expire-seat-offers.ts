import type { Ctx } from "@/lib/context";
import { inTransaction } from "@/lib/transaction";
import { lockMeeting } from "./lock-meeting";
import { expireDueOffers, expireOpenOffersLater, offerSeats } from "./offer-seats";

/**
 * Lets offers that nobody took run out and offers their places to the next in line. Running it
 * twice, early or late, changes only when.
 */
export async function expireSeatOffers(ctx: Ctx, input: { meetingId: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const meeting = await lockMeeting(tx, input.meetingId);
    await expireDueOffers(tx, meeting);
    await offerSeats(tx, meeting);
    if (meeting.state === "convened") await expireOpenOffersLater(tx, meeting);
  });
}

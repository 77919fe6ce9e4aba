import { handler } from "@/lib/handlers";
import { databaseClock } from "@/lib/transaction";

/** The clock that decides about deadlines: countdowns run from it, never from the browser's. */
export const GET = handler("time", "public", async (ctx) =>
  Response.json({ now: await databaseClock(ctx) }, { headers: { "cache-control": "no-store" } }),
);

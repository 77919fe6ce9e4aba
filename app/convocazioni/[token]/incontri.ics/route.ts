import { writeCalendar } from "@/lib/calendar/write-calendar";
import { handler } from "@/lib/handlers";
import { limitByAddress } from "@/lib/platform/limit-by-address";
import { limits } from "@/lib/platform/rate-limit";
import { participantCalendar } from "@/lib/workshops/queries/participant-calendar";
import { participationByToken } from "@/lib/workshops/queries/participation-by-token";

/** The meetings of a participant as a calendar file, by their personal link; `?incontro=` for one. */
export const GET = handler("convocation.calendar", "public", async (ctx, request, params) => {
  await limitByAddress(ctx, request.headers, "convocation", limits.convocation);
  const found = await participationByToken(ctx, params.token ?? "");
  const one = new URL(request.url).searchParams.get("incontro") ?? undefined;
  return new Response(writeCalendar(participantCalendar(found, one)), {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'attachment; filename="incontri.ics"',
      "cache-control": "private, no-store",
      "x-robots-tag": "noindex",
    },
  });
});

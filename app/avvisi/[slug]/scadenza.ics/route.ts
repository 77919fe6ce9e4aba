import { deadlineCalendar } from "@/app/avvisi.ics/deadline-calendar";
import { fedCall } from "@/lib/calls/queries/feed-calls";
import { freshFor } from "@/lib/fresh-answer";
import { handler } from "@/lib/handlers";
import { NotFound } from "@/lib/kernel/errors";

/** The deadline of one call, for one's own calendar. */
export const GET = handler("call.deadline", "public", async (ctx, request, { slug = "" }) => {
  const call = await fedCall(ctx, slug);
  if (call?.closesAt == null) throw new NotFound();
  const english = new URL(request.url).searchParams.get("lingua") === "en";
  const text = await deadlineCalendar([call], ctx.now, english ? "en" : "it");
  return freshFor(request, text, "text/calendar; charset=utf-8", {
    "content-disposition": 'attachment; filename="scadenza.ics"',
  });
});

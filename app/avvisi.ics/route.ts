import { readFilters } from "@/lib/calls/core/filter-address";
import { fedCalls } from "@/lib/calls/queries/feed-calls";
import { freshFor } from "@/lib/fresh-answer";
import { handler } from "@/lib/handlers";
import { deadlineCalendar } from "./deadline-calendar";

/** The deadlines of the calls under the filters, as a calendar to subscribe to. */
export const GET = handler("calls.calendar", "public", async (ctx, request) => {
  const { searchParams } = new URL(request.url);
  const locale = searchParams.get("lingua") === "en" ? "en" : "it";
  const by = readFilters(
    Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)])),
  );
  const calls = await fedCalls(ctx, by);
  const text = await deadlineCalendar(calls, ctx.now, locale);
  return freshFor(request, text, "text/calendar; charset=utf-8");
});

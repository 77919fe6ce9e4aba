import { getTranslations } from "next-intl/server";
import { deadlineOf } from "@/lib/calls/core/call-status";
import { deadlineSentence } from "@/lib/calls/core/deadline";
import { readFilters, writeFilters } from "@/lib/calls/core/filter-address";
import { fedCalls } from "@/lib/calls/queries/feed-calls";
import { env } from "@/lib/env";
import { freshFor } from "@/lib/fresh-answer";
import { handler } from "@/lib/handlers";
import { addressIn } from "@/lib/i18n/addresses";
import { writeAtom } from "@/lib/kernel/atom";
import { routes } from "@/lib/routes";

/** The calls under the filters of the address, as a feed; `?lingua=en` in English. */
export const GET = handler("calls.feed", "public", async (ctx, request) => {
  const { searchParams } = new URL(request.url);
  const locale = searchParams.get("lingua") === "en" ? "en" : "it";
  const by = readFilters(
    Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)])),
  );
  const shown = { ...by, after: undefined, archive: false };
  const [t, calls] = await Promise.all([
    getTranslations({ locale, namespace: "calls" }),
    fedCalls(ctx, shown),
  ]);
  const address = (path: string) => env().APP_ORIGIN + addressIn(locale, path);
  const feed = writeAtom({
    id: env().APP_ORIGIN + routes.callFeed(writeFilters(shown), locale),
    title: `${t("list.title")} · ${env().PROGRAMME_NAME}`,
    subtitle: t("list.lead"),
    language: locale,
    // Without entries the feed has never changed.
    updated: calls[0]?.updatedAt ?? new Date(0),
    author: env().PROGRAMME_NAME,
    link: address(routes.calls() + writeFilters(shown)),
    entries: calls.map((call) => ({
      id: `urn:uuid:${call.id}`,
      title: call.title,
      summary: [call.summary, deadlineSentence(deadlineOf(call, ctx.now), locale)].join(" ").trim(),
      author: call.body,
      link: address(routes.call(call.slug)),
      published: call.publishedAt,
      updated: call.updatedAt,
      categories: [...call.themes, ...call.audiences],
    })),
  });
  return freshFor(request, feed, "application/atom+xml; charset=utf-8");
});

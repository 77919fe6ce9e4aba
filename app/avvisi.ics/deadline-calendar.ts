import { getTranslations } from "next-intl/server";
import { writeCalendar } from "@/lib/calendar/write-calendar";
import { deadlineOf } from "@/lib/calls/core/call-status";
import { deadlineSentence } from "@/lib/calls/core/deadline";
import { deadlineEvents } from "@/lib/calls/core/deadline-events";
import type { FedCall } from "@/lib/calls/queries/feed-calls";
import { env } from "@/lib/env";
import { addressIn } from "@/lib/i18n/addresses";
import type { Locale } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";

/** The end of a call, or the next cut-off of one that is always open. */
function nextEnd(call: FedCall, now: Date): Date | null {
  const deadline = deadlineOf(call, now);
  return deadline.kind === "rolling" ? deadline.nextCutOff : deadline.closesAt;
}

/** The deadlines of these calls as a calendar file, in the words of a language. */
export async function deadlineCalendar(
  calls: readonly FedCall[],
  now: Date,
  locale: Locale,
): Promise<string> {
  const t = await getTranslations({ locale, namespace: "calls" });
  const { APP_ORIGIN: origin, PROGRAMME_NAME: programme } = env();
  return writeCalendar({
    name: `${t("share.deadlines")} · ${programme}`,
    organiser: null,
    events: deadlineEvents(
      calls.map((call) => ({ ...call, closesAt: nextEnd(call, now) })),
      {
        title: ({ title }) => t("share.deadlineOf", { title }),
        sentence: (call) => deadlineSentence(deadlineOf(call, now), locale),
        link: ({ slug }) => origin + addressIn(locale, routes.call(slug)),
      },
      new URL(origin).host,
    ),
  });
}

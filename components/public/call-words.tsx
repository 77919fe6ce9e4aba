import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CallFact } from "@/components/ui/call-card";
import type { StateKind } from "@/components/ui/state-label";
import type { CallStatus } from "@/lib/calls/core/call-status";
import type { PlannedMeeting } from "@/lib/calls/core/content";
import { deadlineMoment } from "@/lib/calls/core/deadline";
import { type ReopenedOnly, reopenedWords } from "@/lib/calls/core/reopening";
import { romeDate } from "@/lib/kernel/rome-time";
import { dateAndHour, dayAndMonth, dayPhrase, longDate } from "@/lib/kernel/rome-words";
import { timeLeftWords } from "@/lib/kernel/time-left";

/** What the words about a call are made from; lists, pages and zones have these alike. */
export type WordedCall = {
  status: CallStatus;
  opensAt: Date | null;
  closesAt: Date | null;
  closesAtTime: string | null;
  peremptory: boolean;
  audiences: string[];
  minimumAge: number | null;
  regime: string;
} & ReopenedOnly;

const KINDS: Record<CallStatus, StateKind> = {
  draft: "draft",
  scheduled: "draft",
  upcoming: "soon",
  open: "open",
  alwaysOpen: "open",
  closesToday: "today",
  closed: "closed",
  suspended: "closed",
  underReview: "closed",
  outcomePublished: "done",
  archived: "closed",
  revoked: "bad",
};

/** The words about a call that stand on more than one page, in the language of the page. */
export function useCallWords(now: Date) {
  const t = useTranslations("calls");
  const locale = useLocale();
  const moment = (call: Pick<WordedCall, "closesAtTime">, at: Date) =>
    deadlineMoment(at, call.closesAtTime === null ? "endOfDay" : "hour", locale);

  return {
    state: (call: WordedCall) => ({
      kind: KINDS[call.status],
      word:
        call.status === "upcoming" && call.opensAt
          ? t("opensOn", { onDay: dayPhrase("on", dayAndMonth(romeDate(call.opensAt), locale), locale) })
          : t(`status.${call.status}`),
    }),

    /** "Restano 4 giorni e 17 ore"; nothing where no time runs. */
    left: (call: WordedCall): string | undefined => {
      if (call.closesAt === null || !runs(call.status)) return undefined;
      const time = timeLeftWords(now, call.closesAt, locale);
      const few = !/ (?:e|and) /.test(time) && !/^(?:[2-9]|\d\d)/.test(time);
      return few ? t("leftOne", { time }) : t("left", { time });
    },

    /** "4 giorni e 17 ore", where the state already says that it is open. */
    leftShort: (call: WordedCall): string | undefined =>
      call.closesAt !== null && runs(call.status)
        ? timeLeftWords(now, call.closesAt, locale)
        : undefined,

    /** "Fino a lunedì 30 novembre 2026, ore 12:00:00 (ora italiana)" */
    when: (call: WordedCall): string => {
      if (call.status === "upcoming" && call.opensAt) {
        return t("from", { moment: dateAndHour(call.opensAt, locale) });
      }
      if (call.closesAt === null) return t("always");
      if (runs(call.status)) return t("until", { moment: moment(call, call.closesAt) });
      const day = longDate(romeDate(call.closesAt), locale);
      return call.peremptory ? t("closedOn", { day }) : t("closedOnLate", { day });
    },

    /** "Termine prorogato: prima era venerdì 20 novembre 2026" */
    extended: (before: string) => t("extended", { day: longDate(romeDate(new Date(before)), locale) }),

    audience: (call: WordedCall): ReactNode => {
      const b = (words: ReactNode) => <strong>{words}</strong>;
      const age = call.minimumAge ?? 0;
      const open = (runs(call.status) && call.reopenedFor) || call.audiences;
      return t.rich(`for.${whom(open)}`, { b, age });
    },

    /** Whom it is open again for, where that is a part of its audiences. */
    only: (call: WordedCall): string | undefined =>
      call.reopenedWithin && runs(call.status)
        ? t("onlyFor", { whom: reopenedWords(call, locale) })
        : undefined,

    meetings: (call: Pick<WordedCall, "regime">, meetings: PlannedMeeting[]) => {
      const [first] = meetings;
      if (!first) return undefined;
      const kind = call.regime === "attivatori" ? "course" : "workshops";
      const day = dayAndMonth(first.on, locale);
      const [onDay, fromDay] = [dayPhrase("on", day, locale), dayPhrase("from", day, locale)];
      return t(`meetings.${kind}`, { count: meetings.length, onDay, fromDay });
    },
  };
}

/** What authors write is Italian: the attribute to say so on a page in another language. */
export function useTextLanguage(): "it" | undefined {
  return useLocale() === "it" ? undefined : "it";
}

/** Facts of a call for a card or a row: for whom, until when, what. */
export function useCallFacts(now: Date) {
  const words = useCallWords(now);
  return (
    call: WordedCall & { meetings: PlannedMeeting[]; extendedFrom: string | undefined },
    withEnd: boolean,
  ): CallFact[] => {
    const meetings = words.meetings(call, call.meetings);
    const only = words.only(call);
    return [
      { icon: "user", text: words.audience(call) },
      ...(only ? [{ icon: "info-circle", text: only } as const] : []),
      ...(withEnd ? [{ icon: "clock", text: words.when(call) } as const] : []),
      ...(meetings ? [{ icon: "calendar", text: meetings } as const] : []),
      ...(call.extendedFrom
        ? [{ icon: "info-circle", text: words.extended(call.extendedFrom) } as const]
        : []),
    ];
  };
}

const runs = (status: CallStatus) => status === "open" || status === "closesToday";

function whom(audiences: readonly string[]): "organisation" | "citizen" | "both" {
  if (!audiences.includes("citizen")) return "organisation";
  return audiences.includes("organisation") ? "both" : "citizen";
}

import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { partsOfDate, weekday } from "@/lib/kernel/local-date";
import { clockTime, shortWeekdayName } from "@/lib/kernel/rome-words";
import type { StaffToday, WeekEvent } from "@/lib/review/queries/staff-today";
import { routes } from "@/lib/routes";

/** The next seven days; on a phone only those with something in them. */
export function WeekStrip({ week }: { week: StaffToday["week"] }) {
  const t = useTranslations("staff");
  const locale = useLocale();
  return (
    <section aria-labelledby="week-h">
      <h2 id="week-h" className="visually-hidden">
        {t("today.week")}
      </h2>
      <ol className="week">
        {week.map(({ day, events }, ahead) => (
          <li key={day} className={classOf(day, ahead)}>
            <span className="d">
              <span className="g">{shortWeekdayName(day, locale)}</span>{" "}
              <strong>{partsOfDate(day).day}</strong>
              {ahead === 0 && <span className="g"> {t("today.now")}</span>}
            </span>
            {events.map((event) => (
              <Event key={event.key} event={event} />
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

const classOf = (day: string, ahead: number) =>
  ahead === 0 ? "oggi" : weekday(day) > 5 ? "we" : undefined;

const TONES: Record<WeekEvent["kind"], string> = {
  callOpens: "ev",
  callCloses: "ev warn",
  meeting: "ev on",
};

function Event({ event }: { event: WeekEvent }) {
  const t = useTranslations("staff");
  const { kind, title, at, callId, seriesId } = event;
  const href = callId ? routes.staffCall(callId) : routes.staffSeries(seriesId ?? "");
  const time = clockTime(at, kind === "callCloses" ? "seconds" : "minutes");
  return (
    <Link href={href} className={TONES[kind]}>
      {t(`today.events.${kind}`, { time, title })}
    </Link>
  );
}

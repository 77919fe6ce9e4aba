import { useTranslations } from "next-intl";
import { Fragment, useId } from "react";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { partsOfDate } from "@/lib/kernel/local-date";
import { romeDate } from "@/lib/kernel/rome-time";
import { type Locale, monthName } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";
import type { MeetingView } from "@/lib/workshops/queries/meeting-views";
import type { ParticipantRow } from "@/lib/workshops/queries/participant-rows";
import type { SeriesView } from "@/lib/workshops/queries/series-view";
import { MatrixCell } from "./matrix-cell";
import { StandingPill } from "./standing-pill";

type Props = {
  series: SeriesView;
  rows: ParticipantRow[];
  nextId: string | undefined;
  locale: Locale;
};

/** Who was at which meeting, by organisation; readable without colour. */
export function AttendanceMatrix({ series, rows, nextId, locale }: Props) {
  const t = useTranslations("workshops");
  const id = useId();
  const { meetings, threshold } = series;
  const total = meetings.filter((one) => one.state !== "cancelled").length;
  const held = meetings.filter((one) => one.state === "held").length;
  const groups = Map.groupBy(rows, (row) => row.organisationName);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="table-wrap" aria-labelledby={id} tabIndex={0}>
        <table className="table table-tight matrix">
          <caption id={id} className="visually-hidden">
            {t("matrix.caption", { title: series.title })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t("matrix.person")}</th>
              {meetings.map((one) => (
                <th key={one.id} scope="col" className={one.id === nextId ? "mx now" : "mx"}>
                  <Link href={routes.staffMeeting(series.id, one.id)}>
                    <span className="visually-hidden">{t("matrix.meeting")} </span>
                    {one.number}
                  </Link>
                  <span className="sub d-block">{shortDay(one, locale)}</span>
                </th>
              ))}
              <th scope="col">{t("matrix.done")}</th>
              <th scope="col">{t("matrix.threshold", { threshold, total })}</th>
            </tr>
          </thead>
          <tbody>
            {[...groups].map(([organisation, people]) => (
              <Fragment key={organisation}>
                <tr className="grp">
                  <th scope="rowgroup" colSpan={meetings.length + 3}>
                    <bdi>{organisation || t("matrix.citizens")}</bdi>
                  </th>
                </tr>
                {people.map((row) => (
                  <tr key={row.id}>
                    <th scope="row">
                      <bdi>{row.name}</bdi>
                    </th>
                    {meetings.map((one) => (
                      <MatrixCell key={one.id} row={row} meeting={one} />
                    ))}
                    <td className="num">
                      {row.attended} <span className="soft">{t("matrix.of", { held })}</span>
                    </td>
                    <td>
                      <StandingPill row={row} threshold={threshold} />
                    </td>
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("matrix.sum")}</th>
              {meetings.map((one) => (
                <td key={one.id} className="mx num">
                  {sumOf(one, t("matrix.expected"))}
                </td>
              ))}
              <td />
              <td />
            </tr>
          </tfoot>
        </table>
      </section>
      <Legend />
    </>
  );
}

function shortDay(meeting: MeetingView, locale: Locale): string {
  const { day, month } = partsOfDate(romeDate(meeting.startsAt));
  return `${day} ${monthName(month, locale).slice(0, 3)}`;
}

function sumOf({ state, counts }: MeetingView, expected: string): string {
  if (state === "held") return String(counts.present + counts.presentByDelegate);
  if (state === "convened") return `${counts.coming + counts.delegates} ${expected}`;
  return "–";
}

function Legend() {
  const t = useTranslations("workshops");
  return (
    <p className="st-legend mt-s">
      <span>
        <Icon name="check-s" size="xs" /> {t("cellWord.present")}
      </span>
      {(["delegate", "absent", "comes", "staysAway", "waits", "silent"] as const).map((cell) => (
        <span key={cell}>
          <b>{t(`cell.${cell}`)}</b> {t(`cellWord.${cell}`)}
        </span>
      ))}
    </p>
  );
}

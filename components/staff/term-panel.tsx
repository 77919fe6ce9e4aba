import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { MoreLink } from "@/components/ui/more-link";
import { Panel } from "@/components/ui/panel";
import { deadlineMoment, deadlineSentence, isInTime } from "@/lib/calls/core/deadline";
import type { TermLost } from "@/lib/calls/queries/outages-page";
import { romeParts } from "@/lib/kernel/rome-time";
import { type Locale, staffMoment } from "@/lib/kernel/rome-words";
import { timeLeftWords } from "@/lib/kernel/time-left";
import type { StaffCall } from "@/lib/review/queries/staff-calls";
import { routes } from "@/lib/routes";

type Props = { call: StaffCall; lost: TermLost; now: Date; locale: Locale };

/** The end of a call, what outages took from its term, and the end that they call for. */
export function TermPanel({ call, lost, now, locale }: Props) {
  const t = useTranslations("deadline");
  return (
    <div className="stack">
      <Panel title={t("term.title")}>
        <p>{deadlineSentence(call.deadline, locale)}</p>
      </Panel>
      <Panel title={t("term.outages")}>
        {lost.outages.length === 0 ? (
          <p>{t("term.none")}</p>
        ) : (
          <>
            <ul>
              {lost.outages.map((outage) => (
                <li key={outage.id}>
                  {t(`kinds.${outage.kind}`)},{" "}
                  {t("outages.from", { moment: staffMoment(outage.startedAt, locale) })}{" "}
                  {outage.endedAt
                    ? t("outages.to", { moment: staffMoment(outage.endedAt, locale) })
                    : t("outages.lasting")}
                </li>
              ))}
            </ul>
            <p className="mt-s">{t("term.lost", { time: lasted(lost.lostMs, locale) })}</p>
            <Proposal call={call} lost={lost} now={now} locale={locale} />
          </>
        )}
        <MoreLink href={routes.staffOutages()}>{t("term.register")}</MoreLink>
      </Panel>
    </div>
  );
}

/** "1 giorno e 13 ore" */
function lasted(ms: number, locale: Locale): string {
  const from = new Date(0);
  return timeLeftWords(from, new Date(ms), locale);
}

/** A proposal only: an act makes it true, and staff may write another end there. */
function Proposal({ call, lost, now, locale }: Props) {
  const t = useTranslations("deadline");
  const { proposed } = lost;
  if (proposed === null) return <p>{t("term.noProposal")}</p>;
  const precision = call.closesAtTime === null ? "endOfDay" : "hour";
  const { date, time } = romeParts(proposed);
  const closed = call.closesAt !== null && !isInTime(now, call.closesAt);
  const kind = closed ? "riapertura" : "proroga";
  const end = {
    giorno: date,
    ora: precision === "hour" ? time.slice(0, 5) : "",
    motivo: t("term.reason", { time: lasted(lost.lostMs, "it") }),
  };
  return (
    <Callout tone="amber">
      <p>
        {t.rich("term.proposed", {
          moment: deadlineMoment(proposed, precision, locale),
          b: (words) => <strong>{words}</strong>,
        })}
      </p>
      <p className="small soft">{t("term.why")}</p>
      {call.state === "published" && (
        <p className="mt-s">
          <ButtonLink href={routes.staffActWithEnd(call.id, kind, end)} look="outline" small>
            {t(`term.${kind}`)}
          </ButtonLink>
        </p>
      )}
    </Callout>
  );
}

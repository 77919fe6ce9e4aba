import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { routes } from "@/lib/routes";
import type { SeriesView } from "@/lib/workshops/queries/series-view";

/** Names shown; the rest stands on the page of the meeting. */
const SHOWN = 8;

/** Who has not said anything about the meeting that comes next. */
export function UnansweredPanel({ series, meetingId }: { series: SeriesView; meetingId: string }) {
  const t = useTranslations("workshops");
  const silent = series.participants.filter((one) => one.answers[meetingId]?.answer === null);
  return (
    <Panel title={t("unanswered.title", { count: silent.length })}>
      {silent.length === 0 && <p className="soft small">{t("unanswered.none")}</p>}
      <ul className="mini mt-s list-unstyled">
        {silent.slice(0, SHOWN).map((one) => (
          <li key={one.id}>
            <bdi>{one.organisationName || one.name}</bdi>
            <span className="soft">{one.organisationName ? one.name : t("citizen")}</span>
          </li>
        ))}
      </ul>
      {silent.length > SHOWN && (
        <p className="small">
          <Link href={routes.staffMeeting(series.id, meetingId)}>
            {t("unanswered.others", { count: silent.length - SHOWN })}
          </Link>
        </p>
      )}
    </Panel>
  );
}

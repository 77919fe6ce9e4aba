import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Pill } from "@/components/ui/pill";
import { romeDate } from "@/lib/kernel/rome-time";
import { hourRange, type Locale, longDate } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";
import { placeOf } from "@/lib/workshops/core/places";
import { mayChange } from "@/lib/workshops/core/rules";
import type { MeetingView } from "@/lib/workshops/queries/meeting-views";
import { MeetingBar } from "./meeting-bar";

type Props = {
  seriesId: string;
  meeting: MeetingView;
  /** The one that comes next is framed. */
  next: boolean;
  mayPlan: boolean;
  now: Date;
  locale: Locale;
};

/** One meeting of a cycle: all cards have the same shape. */
export function MeetingCard({ seriesId, meeting, next, mayPlan, now, locale }: Props) {
  const t = useTranslations("workshops");
  const { id, startsAt, endsAt, mode, state } = meeting;
  const change = mayPlan && mayChange(meeting, now).ok;
  return (
    <li className={next ? "panel meet meet-next" : "panel meet"}>
      <div className="row-flex row-between">
        <h3>{t("card.number", { number: meeting.number })}</h3>
        <StatePill meeting={meeting} next={next} />
      </div>
      <p className="strong mt-s">{meeting.title}</p>
      <p className="mt-s">{longDate(romeDate(startsAt), locale)}</p>
      <p className="soft small">{hourRange(startsAt, endsAt, locale)}</p>
      <p className="small mt-s">
        <Icon name={mode === "online" ? "video" : "pin"} size="xs" />{" "}
        <strong>{t(`mode.${mode}`)}</strong>
        <br />
        <bdi className="soft">{mode === "online" ? meeting.link : placeOf(meeting)}</bdi>
      </p>
      {state !== "cancelled" && (
        <>
          <div className="mt-s">
            <MeetingBar meeting={meeting} />
          </div>
          <MeetingNumbers meeting={meeting} />
        </>
      )}
      <p className="mt-s small">
        <Link href={routes.staffMeeting(seriesId, id)}>
          {t(state === "held" ? "card.attendance" : "card.open")}
          <span className="visually-hidden">: {meeting.title}</span>
        </Link>
        {change && (
          <>
            {" · "}
            <Link href={routes.staffMeetingChange(seriesId, id)}>
              {t("card.change")}
              <span className="visually-hidden">: {meeting.title}</span>
            </Link>
          </>
        )}
      </p>
    </li>
  );
}

function StatePill({ meeting, next }: Pick<Props, "meeting" | "next">) {
  const t = useTranslations("workshops");
  if (meeting.state === "held") {
    return (
      <Pill tone="on" icon="check-s">
        {t("state.held")}
      </Pill>
    );
  }
  if (meeting.state === "cancelled") return <Pill icon="block">{t("state.cancelled")}</Pill>;
  if (next && meeting.state === "convened") return <Pill tone="full">{t("state.next")}</Pill>;
  return <Pill>{t(`state.${meeting.state}`)}</Pill>;
}

/** The figures of a meeting: who was there, or who said what. */
function MeetingNumbers({ meeting }: { meeting: MeetingView }) {
  const t = useTranslations("workshops");
  const { counts, capacity } = meeting;
  const there = counts.present + counts.presentByDelegate;
  const rows =
    meeting.state === "held"
      ? ([
          ["present", counts.present],
          ["byDelegate", counts.presentByDelegate],
          ["notThere", counts.convened - there],
        ] as const)
      : ([
          ["coming", counts.coming],
          ["delegates", counts.delegates],
          ["absent", counts.absent],
          ["waiting", counts.waiting],
          ["unanswered", counts.unanswered],
        ] as const);
  return (
    <dl className="facts mt-s">
      {rows.map(([key, value]) => (
        <Row key={key} term={t(`count.${key}`)} value={String(value)} />
      ))}
      {meeting.state !== "held" && (
        <Row
          term={t("count.places")}
          value={t("count.placesOf", { taken: counts.coming + counts.delegates, capacity })}
        />
      )}
    </dl>
  );
}

const Row = ({ term, value }: { term: string; value: string }) => (
  <>
    <dt>{term}</dt>
    <dd>{value}</dd>
  </>
);

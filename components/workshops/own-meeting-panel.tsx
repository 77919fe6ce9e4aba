import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/callout";
import { Icon } from "@/components/ui/icon";
import { StateLabel } from "@/components/ui/state-label";
import type { Action } from "@/lib/actions";
import { romeDate } from "@/lib/kernel/rome-time";
import { dateAndHour, hourRange, type Locale, longDate } from "@/lib/kernel/rome-words";
import { placeOf } from "@/lib/workshops/core/places";
import { seatStanding } from "@/lib/workshops/core/seat-standing";
import type { OwnMeeting } from "@/lib/workshops/queries/participation-by-token";
import { AnswerForm } from "./answer-form";

type Props = {
  meeting: OwnMeeting;
  token: string;
  action: Action;
  /** The answer was just given. */
  saved: boolean;
  locale: Locale;
  now: Date;
};

/** One meeting for whoever was convened: when, where, one's seat in words, the answer. */
export function OwnMeetingPanel({ meeting, token, action, saved, locale, now }: Props) {
  const t = useTranslations("workshops");
  const { startsAt, endsAt, mode, link } = meeting;
  const standing = seatStanding(meeting, now);
  const open = meeting.mayAnswer.ok;
  return (
    <section
      className="ct-panel ws-meet"
      id={`incontro-${meeting.id}`}
      aria-labelledby={`titolo-${meeting.id}`}
    >
      <p className="ws-meet-no">{t("own.number", { number: meeting.number })}</p>
      <h3 id={`titolo-${meeting.id}`}>{meeting.title}</h3>
      <p className="ws-meet-when">
        <strong>{longDate(romeDate(startsAt), locale)}</strong>
        <br />
        {hourRange(startsAt, endsAt, locale)}
      </p>
      <p className="ws-meet-where">
        <Icon name={mode === "online" ? "video" : "pin"} size="xs" />
        <span>
          <strong>{t(`mode.${mode}`)}</strong>
          {mode !== "online" && <bdi className="d-block">{placeOf(meeting)}</bdi>}
          {mode !== "onsite" && link && open && (
            <a className="d-block" href={link} rel="noreferrer">
              {t("own.join")}
            </a>
          )}
        </span>
      </p>
      <div className="ws-meet-state">
        <StateLabel kind={KINDS[standing]}>
          {t(`own.seat.${standing}`, {
            position: meeting.queuePosition ?? 0,
            delegate: meeting.delegateName,
            until: meeting.offerExpiresAt ? dateAndHour(meeting.offerExpiresAt, locale) : "",
          })}
        </StateLabel>
        <p>{t(`own.seatText.${standing}`)}</p>
      </div>
      {saved && <Alert tone="done">{t("own.saved")}</Alert>}
      {open && <AnswerForm meeting={meeting} token={token} action={action} />}
    </section>
  );
}

const KINDS = {
  cancelled: "bad",
  past: "closed",
  unanswered: "todo",
  confirmed: "ok",
  delegate: "ok",
  waiting: "soon",
  offered: "todo",
  expired: "bad",
  declined: "closed",
} as const;

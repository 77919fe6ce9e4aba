import { useTranslations } from "next-intl";
import type { Verdict } from "@/lib/kernel/verdict";
import type { AttendanceRefusal } from "@/lib/workshops/core/rules";
import type { MeetingView } from "@/lib/workshops/queries/meeting-views";
import type { ParticipantRow } from "@/lib/workshops/queries/participant-rows";
import { AnswerWords } from "./roster-form";

type Props = {
  meeting: MeetingView;
  people: ParticipantRow[];
  verdict: Verdict<AttendanceRefusal>;
};

/** Who said what, while attendance cannot be taken, and why it cannot. */
export function RosterList({ meeting, people, verdict }: Props) {
  const t = useTranslations("workshops");
  const forms = useTranslations("workshopForms");
  if (people.length === 0) return <p className="soft">{t("roster.nobody")}</p>;
  return (
    <>
      {!verdict.ok && <p className="soft small">{forms(`refusals.${verdict.reason}`)}</p>}
      <ul className="ws-roster list-unstyled">
        {people.map((one) => (
          <li key={one.id}>
            <div className="who">
              <strong>
                <bdi>{one.name}</bdi>
              </strong>
              <span className="soft small">
                <bdi>{one.organisationName || t("citizen")}</bdi>
              </span>
            </div>
            <span>
              <AnswerWords row={one} meetingId={meeting.id} />
              {one.answers[meeting.id]?.seat === "waiting" &&
                ` (${t("said.place", { position: one.answers[meeting.id]?.queuePosition ?? 0 })})`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

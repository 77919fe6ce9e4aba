import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { Segmented } from "@/components/ui/segmented";
import type { Action } from "@/lib/actions";
import type { ParticipantRow } from "@/lib/workshops/queries/participant-rows";
import { WorkshopForm } from "./workshop-form";

type Props = { meetingId: string; people: ParticipantRow[]; action: Action };

/** Attendance at the door: one row a person, targets for thumbs, one sending for all. */
export function RosterForm({ meetingId, people, action }: Props) {
  const t = useTranslations("workshops");
  return (
    <WorkshopForm action={action} hidden={{ meetingId }}>
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
              <span className="small">{<AnswerWords row={one} meetingId={meetingId} />}</span>
            </div>
            <Segmented
              legend={one.name}
              legendHidden
              name={`states.${one.id}`}
              segments={(["present", "delegate", "absent"] as const).map((value) => ({
                value,
                label: t(`roster.${value}`),
              }))}
              {...(one.attendance[meetingId] && { defaultValue: one.attendance[meetingId] })}
            />
          </li>
        ))}
      </ul>
      <div className="ws-bottom">
        <SubmitButton pending={t("roster.saving")}>{t("roster.save")}</SubmitButton>
        <span className="soft small">{t("roster.again")}</span>
      </div>
    </WorkshopForm>
  );
}

/** What somebody answered to the convocation, in words. */
export function AnswerWords({ row, meetingId }: { row: ParticipantRow; meetingId: string }) {
  const t = useTranslations("workshops");
  const given = row.answers[meetingId];
  if (!given || given.answer === null) return t("said.nothing");
  if (given.answer === "absent") return t("said.absent");
  const who = given.answer === "delegate" ? t("said.delegate", { name: given.delegateName }) : "";
  switch (given.seat) {
    case "waiting":
      return [who, t("said.waiting")].filter(Boolean).join(", ");
    case "offered":
      return [who, t("said.offered")].filter(Boolean).join(", ");
    case "expired":
      return [who, t("said.expired")].filter(Boolean).join(", ");
    default:
      return who || t("said.present");
  }
}

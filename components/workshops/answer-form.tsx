import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import type { Action } from "@/lib/actions";
import type { OwnMeeting } from "@/lib/workshops/queries/participation-by-token";
import { FormRadio, FormText } from "./form-fields";
import { WorkshopForm } from "./workshop-form";

type Props = { meeting: OwnMeeting; token: string; action: Action };

/** Comes, stays away, or somebody else comes. Works without scripts. */
export function AnswerForm({ meeting, token, action }: Props) {
  const t = useTranslations("workshops");
  const mark = String(meeting.number);
  const offered = meeting.seat === "offered";
  return (
    <WorkshopForm
      action={action}
      hidden={{ token, meetingId: meeting.id }}
      mark={mark}
      className="ws-answer"
    >
      <FormRadio
        name="answer"
        mark={mark}
        label={offered ? t("answer.offered") : t("answer.legend")}
        stored={meeting.answer ?? undefined}
        choices={[
          { value: "present", label: offered ? t("answer.take") : t("answer.present") },
          { value: "absent", label: t("answer.absent") },
          { value: "delegate", label: t("answer.delegate") },
        ]}
      />
      <div className="ws-delegate">
        <FormText
          name="delegateName"
          mark={mark}
          label={t("answer.delegateName")}
          stored={meeting.delegateName}
          width="l"
          autoComplete="off"
        />
        <FormText
          name="delegateEmail"
          mark={mark}
          type="email"
          label={t("answer.delegateEmail")}
          hint={t("answer.delegateEmailHint")}
          optional
          stored={meeting.delegateEmail}
          width="l"
          autoComplete="off"
        />
      </div>
      <SubmitButton
        look={meeting.answer === null || offered ? "primary" : "outline"}
        pending={t("answer.sending")}
      >
        {meeting.answer === null || offered ? t("answer.send") : t("answer.change")}
        <span className="visually-hidden">: {meeting.title}</span>
      </SubmitButton>
    </WorkshopForm>
  );
}

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SubmitButton } from "@/components/forms/submit-button";
import { EDITOR_SECTIONS, type EditorSection as Name } from "@/lib/calls/core/editor-sections";
import type { CallEditor } from "@/lib/calls/queries/call-editor";
import { ActionForm, type FormAction } from "./action-form";
import { FormSummary, PrivacyFields, ProcedureFields, TimesFields } from "./editor-procedure";
import { ContactFields, MeetingFields } from "./editor-rows";
import { EditorSection } from "./editor-section";
import { AudienceFields, ParticipationFields, SubjectFields } from "./editor-subject";

type Props = { call: CallEditor; section: Name; action: FormAction };

const PARTS: Record<
  Name,
  { fields: readonly string[]; Fields: (props: { call: CallEditor }) => ReactNode }
> = {
  oggetto: {
    fields: ["title", "summary", "slug", "themes", "budget", "lotTitle", "lotAmount"],
    Fields: SubjectFields,
  },
  destinatari: {
    fields: ["audiences", "audience", "minimumAge", "places"],
    Fields: AudienceFields,
  },
  tempi: {
    fields: [
      "opensOn",
      "opensAtTime",
      "closesOn",
      "closesAtTime",
      "peremptory",
      "cutOffOn",
      "cutOffAt",
      "days",
    ],
    Fields: TimesFields,
  },
  laboratori: {
    fields: ["meetingOn", "meetingFrom", "meetingTo", "meetingTitle", "meetingWhere"],
    Fields: MeetingFields,
  },
  partecipazione: {
    fields: ["description", "howTo", "needed", "obtained", "conditions"],
    Fields: ParticipationFields,
  },
  modulo: { fields: [], Fields: FormSummary },
  procedimento: {
    fields: [
      ...["object", "office", "digitalDomicile", "responsibleOfficer", "substituteHolder"],
      ...["actNumber", "actDate", "remedy", "noticeBoardLink"],
    ],
    Fields: ProcedureFields,
  },
  privacy: { fields: ["privacyNoticeVersion"], Fields: PrivacyFields },
  contatti: {
    fields: ["phone", "email", "helpHours", "deskFrom", "deskTo", "address"],
    Fields: ContactFields,
  },
};

/** Fields that can be refused with a sentence that fits any of them. */
const NAMED = [
  ...(["title", "slug", "summary", "audiences", "minimumAge", "places", "opensOn"] as const),
  ...(["opensAtTime", "days", "description", "audience", "howTo", "needed", "obtained"] as const),
  ...(["conditions", "object", "office", "digitalDomicile", "responsibleOfficer"] as const),
  ...(["substituteHolder", "actNumber", "actDate", "remedy", "noticeBoardLink"] as const),
  ...(["privacyNoticeVersion", "phone", "email", "helpHours", "address"] as const),
  ...(["cutOffOn", "cutOffAt", "budget", "lotTitle", "lotAmount"] as const),
  ...(["meetingOn", "meetingFrom", "meetingTo", "meetingTitle", "meetingWhere"] as const),
];

function useFieldLabels(): Record<string, string> {
  const t = useTranslations("staff");
  return {
    ...Object.fromEntries(NAMED.map((name) => [name, t(`editor.fields.${name}`)])),
    closesOn: t("editor.closesOn"),
    closesAtTime: t("editor.closesOn"),
  };
}

/** The whole call as one form, one section in sight. Saving may lead on to the next section. */
export function EditorForm({ call, section, action }: Props) {
  const t = useTranslations("staff");
  const labels = useFieldLabels();
  const at = EDITOR_SECTIONS.indexOf(section);
  const [before, after] = [EDITOR_SECTIONS[at - 1], EDITOR_SECTIONS[at + 1]];
  return (
    <ActionForm
      action={action}
      id="editor"
      key={call.revision}
      labels={labels}
      hidden={{ callId: call.id, revision: call.revision }}
    >
      {EDITOR_SECTIONS.map((name, index) => {
        const { fields, Fields } = PARTS[name];
        const title = `${index + 1}. ${t(`sections.${name}`)}`;
        return (
          <EditorSection key={name} title={title} current={name === section} fields={fields}>
            <Fields call={call} />
          </EditorSection>
        );
      })}
      <div className="row-flex mt-l">
        <SubmitButton name="go" value={section} pending={t("editor.saving")}>
          {t("editor.save")}
        </SubmitButton>
        {before && (
          <SubmitButton
            look="outline"
            name="go"
            value={before}
            icon="back-s"
            pending={t("editor.saving")}
          >
            {t("editor.saveAnd", { section: t(`sections.${before}`) })}
          </SubmitButton>
        )}
        {after && (
          <SubmitButton
            look="outline"
            name="go"
            value={after}
            iconEnd="arrow-s"
            pending={t("editor.saving")}
          >
            {t("editor.saveAnd", { section: t(`sections.${after}`) })}
          </SubmitButton>
        )}
      </div>
    </ActionForm>
  );
}

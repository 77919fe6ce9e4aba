import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Company } from "@/lib/calls/commands/note-presence";
import { EDITOR_SECTIONS, type EditorSection as Name } from "@/lib/calls/core/editor-sections";
import type { CallEditor } from "@/lib/calls/queries/call-editor";
import { AUDIENCES, THEMES } from "@/lib/calls/schema";
import type { FormAction } from "./action-form";
import { CompanyNote } from "./company-note";
import { DeskForm } from "./desk-form";
import { EvaluationFields } from "./editor-extras";
import { FormSummary, PrivacyFields, ProcedureFields, TimesFields } from "./editor-procedure";
import { ContactFields, MeetingFields } from "./editor-rows";
import { EditorSection } from "./editor-section";
import { EditorSteps } from "./editor-steps";
import {
  AudienceFields,
  DocumentSummary,
  ParticipationFields,
  SubjectFields,
} from "./editor-subject";

type Props = { call: CallEditor; company: Company; action: FormAction };

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
    Fields: ({ call }) => (
      <>
        <ParticipationFields call={call} />
        <DocumentSummary call={call} />
      </>
    ),
  },
  modulo: { fields: [], Fields: FormSummary },
  valutazione: {
    fields: ["criterionTitle", "criterionPoints", "criterionLeast", "passingPoints"],
    Fields: EvaluationFields,
  },
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
  ...([
    "title",
    "slug",
    "summary",
    "audiences",
    "themes",
    "minimumAge",
    "places",
    "opensOn",
  ] as const),
  ...(["opensAtTime", "days", "description", "audience", "howTo", "needed", "obtained"] as const),
  ...(["conditions", "object", "office", "digitalDomicile", "responsibleOfficer"] as const),
  ...(["substituteHolder", "actNumber", "actDate", "remedy", "noticeBoardLink"] as const),
  ...(["privacyNoticeVersion", "phone", "email", "helpHours", "address"] as const),
  ...(["cutOffOn", "cutOffAt", "budget", "lotTitle", "lotAmount", "questionsUntil"] as const),
  ...(["criterionTitle", "criterionPoints", "criterionLeast", "passingPoints"] as const),
  ...(["meetingOn", "meetingFrom", "meetingTo", "meetingTitle", "meetingWhere"] as const),
];

/** The fields of a draft in words, for those who read of them outside of their section. */
function useFieldLabels(): Record<string, string> {
  const t = useTranslations("staff");
  return {
    ...Object.fromEntries(NAMED.map((name) => [name, t(`editor.fields.${name}`)])),
    closesOn: t("editor.closesOn"),
    closesAtTime: t("editor.closesOn"),
    peremptory: t("editor.after"),
    deskFrom: t("editor.desk"),
    form: t("sections.modulo"),
  };
}

/** Who else is here, and the whole call as one form, one section in sight. It saves itself. */
export function EditorMain({ call, company, action }: Props) {
  const t = useTranslations("staff");
  const labels = useFieldLabels();
  // Tables are one field for whoever writes them at the same time.
  const units = {
    ...labels,
    meetingOn: t("sections.laboratori"),
    cutOffOn: t("editor.cutOffs"),
    budget: t("editor.funding"),
    criterionTitle: t("editor.evaluation"),
  };
  return (
    <>
      <CompanyNote callId={call.id} company={company} labels={units} />
      <DeskForm
        action={action}
        id="editor"
        version={call.revision}
        labels={labels}
        units={units}
        hidden={{ callId: call.id }}
        words={useCodeWords()}
      >
        {EDITOR_SECTIONS.map((name, index) => {
          const { fields, Fields } = PARTS[name];
          const title = `${index + 1}. ${t(`sections.${name}`)}`;
          return (
            <EditorSection key={name} name={name} title={title} fields={fields}>
              <Fields call={call} />
            </EditorSection>
          );
        })}
        <EditorSteps />
      </DeskForm>
    </>
  );
}

/** What is stored as a code, in words: "themes.ageing" is "Invecchiamento". */
function useCodeWords(): Record<string, string> {
  const t = useTranslations("staff");
  return {
    ...Object.fromEntries(THEMES.map((one) => [`themes.${one}`, t(`themes.${one}`)])),
    ...Object.fromEntries(AUDIENCES.map((one) => [`audiences.${one}`, t(`audiences.${one}`)])),
    "peremptory.true": t("editor.strict"),
    "peremptory.false": t("editor.lenient"),
  };
}

import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { CallEditor } from "@/lib/calls/queries/call-editor";
import { EvaluationFields } from "./editor-extras";
import { ContactFields, MeetingFields } from "./editor-rows";
import { ParticipationFields } from "./editor-subject";
import { FormArea, FormText } from "./form-fields";

const PROCEDURE = [
  ...(["object", "office", "digitalDomicile", "responsibleOfficer", "substituteHolder"] as const),
  ...(["days", "privacyNoticeVersion", "remedy", "noticeBoardLink"] as const),
];

/** The texts of a published call, to be written again. What is left as it is does not change. */
export function RectificationFields({ call }: { call: CallEditor }) {
  const t = useTranslations("acts");
  const fields = useTranslations("calls");
  const { procedure, sheet } = call.content;
  return (
    <>
      <Panel title={t("texts")}>
        <p className="soft">{t("textsHint")}</p>
        <FormText name="title" label={fields("field.title")} stored={call.title} />
        <FormArea
          name="summary"
          label={fields("field.summary")}
          stored={call.summary}
          rows={3}
          limit={300}
        />
        <FormArea
          name="audience"
          label={fields("field.audience")}
          stored={sheet.audience}
          rows={6}
        />
        <div className="row-flex row-top">
          {(["minimumAge", "places"] as const).map((name) => (
            <FormText
              key={name}
              name={name}
              label={fields(`field.${name}`)}
              inputMode="numeric"
              width="xs"
              stored={call[name]?.toString()}
              optional
            />
          ))}
        </div>
        <ParticipationFields call={call} />
      </Panel>
      {call.rules.comparative && (
        <Panel title={fields("field.evaluation")}>
          <EvaluationFields call={call} />
        </Panel>
      )}
      <Panel title={fields("field.meetings")}>
        <MeetingFields call={call} />
      </Panel>
      <Panel title={fields("procedure.title")}>
        {PROCEDURE.map((name) => (
          <FormText
            key={name}
            name={name}
            label={fields(`field.${name}`)}
            stored={String(procedure[name])}
            optional={name === "noticeBoardLink" || name === "remedy"}
          />
        ))}
      </Panel>
      <Panel title={fields("sheet.contacts")}>
        <ContactFields call={call} />
      </Panel>
    </>
  );
}

import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import type { CallEditor } from "@/lib/calls/queries/call-editor";
import { romeParts } from "@/lib/kernel/rome-time";
import { routes } from "@/lib/routes";
import { DeadlineFields } from "./deadline-fields";
import { CutOffFields } from "./editor-extras";
import { FormArea, FormText } from "./form-fields";

type Props = { call: CallEditor };

/** 3. When it opens and ends. */
export function TimesFields({ call }: Props) {
  const t = useTranslations("staff");
  const opens = call.opensAt ? romeParts(call.opensAt) : undefined;
  return (
    <>
      <div className="row-flex row-top">
        <FormText
          name="opensOn"
          type="date"
          label={t("editor.fields.opensOn")}
          stored={opens?.date}
          width="m"
        />
        <FormText
          name="opensAtTime"
          type="time"
          label={t("editor.fields.opensAtTime")}
          stored={opens?.time.slice(0, 5)}
          width="s"
        />
      </div>
      <DeadlineFields
        on={call.closesOn ?? ""}
        at={call.closesAtTime?.slice(0, 5) ?? ""}
        peremptory={call.peremptory}
      />
      {call.rules.rolling && <CutOffFields call={call} />}
      <FormText
        name="questionsUntil"
        type="date"
        label={t("editor.fields.questionsUntil")}
        hint={t("editor.hints.questionsUntil")}
        stored={call.content.questionsUntil}
        optional
        width="m"
      />
      <FormText
        name="days"
        label={t("editor.fields.days")}
        hint={t("editor.hints.days")}
        inputMode="numeric"
        width="xs"
        stored={String(call.content.procedure.days)}
      />
    </>
  );
}

/** 6. What the form asks; it comes with the template and is frozen by the publication. */
export function FormSummary({ call }: Props) {
  const t = useTranslations("staff");
  const locale = useLocale();
  if (!call.form) return <p>{t("editor.noForm")}</p>;
  return (
    <>
      <p className="soft">{t("editor.form")}</p>
      <ol className="mt-s">
        {call.form.sections.map((section) => (
          <li key={section.id}>
            <strong>{section.title[locale]}</strong>
            <p className="small soft">
              {section.fields
                .filter((field) => field.type !== "info")
                .map((field) => field.label[locale])
                .join("; ")}
            </p>
          </li>
        ))}
      </ol>
      <p>
        <ButtonLink href={routes.staffCallForm(call.id)} look="outline" icon="pencil">
          {t("editor.openForm")}
        </ButtonLink>
      </p>
    </>
  );
}

const LINES = [
  ["object", false],
  ["office", false],
  ["digitalDomicile", false],
  ["responsibleOfficer", false],
  ["substituteHolder", false],
  ["actNumber", false],
  ["actDate", false],
  ["noticeBoardLink", true],
] as const;

/** 8. What L. 241/1990 wants to be said. */
export function ProcedureFields({ call }: Props) {
  const t = useTranslations("staff");
  const { procedure } = call.content;
  return (
    <>
      <p className="soft">{t("editor.law")}</p>
      {LINES.map(([name, optional]) => (
        <FormText
          key={name}
          name={name}
          label={t(`editor.fields.${name}`)}
          type={name === "actDate" ? "date" : "text"}
          stored={procedure[name]}
          optional={optional}
        />
      ))}
      <FormArea
        name="remedy"
        label={t("editor.fields.remedy")}
        hint={t("editor.hints.remedy")}
        stored={procedure.remedy}
        rows={3}
        limit={500}
      />
    </>
  );
}

/** 9. Notice on personal data. */
export function PrivacyFields({ call }: Props) {
  const t = useTranslations("staff");
  return (
    <FormText
      name="privacyNoticeVersion"
      label={t("editor.fields.privacyNoticeVersion")}
      hint={t("editor.hints.privacyNoticeVersion")}
      stored={call.content.procedure.privacyNoticeVersion}
      width="s"
    />
  );
}

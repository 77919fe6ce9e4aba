import { useTranslations } from "next-intl";
import { CheckboxField, ChoiceCards, RadioGroup } from "@/components/forms/choices";
import { DateTimeFields } from "@/components/forms/date-time-fields";
import { FileField } from "@/components/forms/file-field";
import { FormErrors } from "@/components/forms/form-errors";
import { OneTimeCodeInput } from "@/components/forms/one-time-code-input";
import { Select } from "@/components/forms/select";
import { TextArea } from "@/components/forms/text-area";
import { TextInput } from "@/components/forms/text-input";

/** The same form filled in, or sent empty with all its errors. */
export function SampleForm({ filled }: { filled?: boolean }) {
  const t = useTranslations("stile");
  const mark = filled ? "ok" : "ko";
  const value = <T,>(given: T) => (filled ? given : undefined);
  const error = (key: Parameters<typeof t>[0]) => (filled ? undefined : t(key));
  const errors = {
    [`${mark}.cf`]: error("form.taxCodeError"),
    [`${mark}.town`]: error("form.townError"),
    [`${mark}.about`]: error("form.aboutError"),
    [`${mark}.contact`]: error("form.contactError"),
    [`${mark}.when`]: error("form.whenError"),
    [`${mark}.file`]: error("form.fileError"),
    [`${mark}.code`]: error("form.codeError"),
    [`${mark}.read`]: error("form.declareError"),
  };
  return (
    <form noValidate method="get" aria-label={t(filled ? "sections.filled" : "sections.error")}>
      <h3>{t(filled ? "sections.filled" : "sections.error")}</h3>
      <FormErrors fields={errors} />
      <ChoiceCards
        name={`${mark}.who`}
        label={t("form.who")}
        defaultValue="org"
        choices={[
          { value: "org", label: t("form.org"), hint: t("form.orgHint") },
          { value: "group", label: t("form.group"), hint: t("form.groupHint") },
          { value: "alone", label: t("form.alone"), hint: t("form.aloneHint") },
        ]}
      />
      <TextInput
        name={`${mark}.name`}
        label={t("form.name")}
        hint={t("form.nameHint")}
        width="l"
        defaultValue={value(t("form.nameValue"))}
        known={value(t("form.known"))}
      />
      <TextInput
        name={`${mark}.cf`}
        label={t("form.taxCode")}
        hint={t("form.taxCodeHint")}
        error={error("form.taxCodeError")}
        width="s"
        inputMode="numeric"
        defaultValue={filled ? "92078410534" : "9207841053"}
      />
      <TextInput name={`${mark}.pec`} type="email" label={t("form.pec")} optional width="l" />
      <Select
        name={`${mark}.town`}
        label={t("form.town")}
        error={error("form.townError")}
        width="m"
        placeholder={t("form.choose")}
        defaultValue={value("arcidosso")}
        options={[
          { value: "arcidosso", label: "Arcidosso" },
          { value: "grosseto", label: "Grosseto" },
        ]}
      />
      <Rest mark={mark} filled={filled ?? false} />
    </form>
  );
}

function Rest({ mark, filled }: { mark: string; filled: boolean }) {
  const t = useTranslations("stile");
  const error = (key: Parameters<typeof t>[0]) => (filled ? undefined : t(key));
  return (
    <>
      <TextArea
        name={`${mark}.about`}
        label={t("form.about")}
        hint={t("form.aboutHint")}
        error={error("form.aboutError")}
        limit={600}
        defaultValue={filled ? t("form.aboutHint") : undefined}
      />
      <RadioGroup
        name={`${mark}.contact`}
        label={t("form.contact")}
        error={error("form.contactError")}
        defaultValue={filled ? "phone" : undefined}
        choices={[
          { value: "phone", label: t("form.phone") },
          { value: "mail", label: t("form.mail") },
        ]}
      />
      <DateTimeFields
        name={`${mark}.when`}
        label={t("form.when")}
        hint={t("form.whenHint")}
        error={error("form.whenError")}
        {...(filled && { defaultDate: "2026-11-30", defaultTime: "12:00:00" })}
      />
      <FileField
        name={`${mark}.file`}
        label={t("form.file")}
        hint={t("form.fileHint")}
        error={error("form.fileError")}
        optional
      />
      <OneTimeCodeInput
        name={`${mark}.code`}
        label={t("form.code")}
        hint={t("form.codeHint")}
        error={error("form.codeError")}
      />
      <CheckboxField
        name={`${mark}.read`}
        label={t("form.declare")}
        error={error("form.declareError")}
        defaultChecked={filled}
      />
      <CheckboxField
        name={`${mark}.me`}
        card
        label={t("form.me")}
        hint={t("form.meHint")}
        defaultChecked={filled}
      />
    </>
  );
}

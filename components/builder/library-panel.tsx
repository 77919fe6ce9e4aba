import { useLocale, useTranslations } from "next-intl";
import { FileField } from "@/components/forms/file-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { ActionForm, type FormAction } from "@/components/staff/action-form";
import { FormSelect } from "@/components/staff/form-fields";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { FORM_TEMPLATES } from "@/lib/calls/core/form-templates/library";
import { routes } from "@/lib/routes";
import { SeenForm } from "./seen-form";

type Props = { callId: string; seen: string; use: FormAction };

/** Other forms to start from, and this one to take along. */
export function LibraryPanel({ callId, seen, use }: Props) {
  const t = useTranslations("builder");
  const locale = useLocale();
  return (
    <Panel title={t("library.title")} level={3}>
      <p>
        <a href={routes.staffCallFormExport(callId)} download>
          {t("library.export")}
        </a>
      </p>
      <form
        action={routes.staffCallFormImport(callId)}
        method="post"
        encType="multipart/form-data"
        className="mt-m"
      >
        <SeenForm seen={seen} />
        <input type="hidden" name="locale" value={locale} />
        <FileField
          name="form-file"
          label={t("library.file")}
          hint={t("library.fileHint")}
          accept=".json,application/json"
        />
        <Button look="outline" small>
          {t("library.import")}
        </Button>
      </form>
      <ActionForm action={use} hidden={{ callId }} className="mt-l">
        <SeenForm seen={seen} />
        <FormSelect
          name="template"
          label={t("library.template")}
          hint={t("library.templateHint")}
          placeholder={t("library.choose")}
          options={Object.keys(FORM_TEMPLATES).map((key) => ({
            value: key,
            label: t(`templates.${key as keyof typeof FORM_TEMPLATES}`),
          }))}
        />
        <SubmitButton look="outline" small pending={t("saving")}>
          {t("library.use")}
        </SubmitButton>
      </ActionForm>
    </Panel>
  );
}

import { useLocale, useTranslations } from "next-intl";
import { refusalWords } from "@/components/applicant/refusal-words";
import { FileField } from "@/components/forms/file-field";
import { FormErrors } from "@/components/forms/form-errors";
import { TextInput } from "@/components/forms/text-input";
import { Button } from "@/components/ui/button";
import { acceptedExtensions } from "@/lib/files/core/media-types";
import { addressIn } from "@/lib/i18n/addresses";
import { routes } from "@/lib/routes";

type Props = {
  callId: string;
  /** Why the last one was refused, by its code. */
  refusal: string | undefined;
  /** What was typed then. */
  title: string;
};

/** One more document: a plain form, with or without scripts. */
export function DocumentForm({ callId, refusal, title }: Props) {
  const t = useTranslations("staff");
  const locale = useLocale();
  const problem = useProblem(refusal);
  const field = refusal?.startsWith("title_") ? "title" : "document";
  const errors = problem ? { [field]: problem } : {};
  return (
    <form
      action={addressIn(locale, routes.staffAddDocument(callId))}
      method="post"
      encType="multipart/form-data"
    >
      <FormErrors fields={errors} refusal={undefined} />
      <input type="hidden" name="locale" value={locale} />
      <TextInput
        name="title"
        label={t("documents.name")}
        hint={t("documents.nameHint")}
        defaultValue={title}
        error={errors.title}
      />
      <FileField
        name="document"
        label={t("documents.file")}
        hint={t("documents.fileHint")}
        accept={acceptedExtensions}
        error={errors.document}
      />
      <Button>{t("documents.send")}</Button>
    </form>
  );
}

function useProblem(refusal: string | undefined): string | undefined {
  const t = useTranslations("staff");
  const files = useTranslations("applications");
  switch (refusal) {
    case undefined:
      return undefined;
    case "title_missing":
    case "title_too_long":
    case "scanner_away":
    case "too_many_files":
      return t(`documents.refusal.${refusal}`);
    default:
      return refusalWords(files, refusal);
  }
}

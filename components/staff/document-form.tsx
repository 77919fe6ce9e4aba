import { useLocale, useTranslations } from "next-intl";
import { refusalWords } from "@/components/applicant/refusal-words";
import { FileField } from "@/components/forms/file-field";
import { FormErrors } from "@/components/forms/form-errors";
import { TextInput } from "@/components/forms/text-input";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { CallDocument } from "@/lib/calls/core/content";
import type { DocumentsOf } from "@/lib/calls/core/writable-documents";
import { acceptedExtensions } from "@/lib/files/core/media-types";
import { addressIn } from "@/lib/i18n/addresses";
import { routes } from "@/lib/routes";

type Props = {
  callId: string;
  of: DocumentsOf;
  /** The document that the new one takes the place of. */
  replaces: CallDocument | undefined;
  /** Why the last one was refused, by its code. */
  refusal: string | undefined;
  /** What was typed then. */
  title: string | undefined;
};

/** One more document, or another in the place of one: a plain form, with or without scripts. */
export function DocumentForm({ callId, of, replaces, refusal, title }: Props) {
  const t = useTranslations("staff");
  const locale = useLocale();
  const problem = useProblem(refusal);
  const field = refusal?.startsWith("title_") ? "title" : "document";
  const ofFile = refusal !== "wrong_state";
  const errors = problem && ofFile ? { [field]: problem } : {};
  return (
    <form
      id="carica"
      action={addressIn(locale, routes.staffAddDocument(callId))}
      method="post"
      encType="multipart/form-data"
    >
      <FormErrors fields={errors} refusal={ofFile ? undefined : problem} />
      <input type="hidden" name="of" value={of} />
      {replaces && (
        <>
          <input type="hidden" name="replaces" value={replaces.id} />
          <input type="hidden" name="replacesFile" value={replaces.fileHash} />
        </>
      )}
      <TextInput
        name="title"
        label={t("documents.name")}
        hint={replaces ? undefined : t("documents.nameHint")}
        defaultValue={title ?? replaces?.title ?? ""}
        error={errors.title}
      />
      <FileField
        name="document"
        label={t(replaces ? "documents.newFile" : "documents.file")}
        hint={t(replaces ? "documents.newFileHint" : "documents.fileHint")}
        accept={acceptedExtensions}
        error={errors.document}
      />
      <div className="row-flex">
        <Button>{t(replaces ? "documents.replace" : "documents.send")}</Button>
        {replaces && <Link href={routes.staffDocuments(callId)}>{t("documents.leave")}</Link>}
      </div>
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
    case "document_changed":
    case "document_there":
    case "wrong_state":
      return t(`documents.refusal.${refusal}`);
    default:
      return refusalWords(files, refusal);
  }
}

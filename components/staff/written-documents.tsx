import { useLocale, useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { ButtonLink } from "@/components/ui/button";
import { DocumentList, DocumentRow } from "@/components/ui/document-row";
import type { CallDocument } from "@/lib/calls/core/content";
import type { DocumentsOf } from "@/lib/calls/core/writable-documents";
import { extensionOfType } from "@/lib/files/core/media-types";
import { fileSize } from "@/lib/kernel/file-size";
import { routes } from "@/lib/routes";
import { ActionForm, type FormAction } from "./action-form";

type Props = {
  callId: string;
  documents: readonly CallDocument[];
  /** What they are written for; undefined where they are only read. */
  of: DocumentsOf | undefined;
  remove: FormAction;
};

/** The documents of a call as they are being written, each to be opened, replaced or taken away. */
export function WrittenDocuments({ callId, documents, of, remove }: Props) {
  const t = useTranslations("staff");
  const locale = useLocale();
  if (documents.length === 0) return <p>{t("documents.none")}</p>;
  return (
    <DocumentList>
      {documents.map(({ id, title, fileHash, mediaType, size }) => {
        const extension = extensionOfType(mediaType);
        const buttons = of && (
          <div className="row-flex">
            <ButtonLink href={routes.staffReplaceDocument(callId, id)} look="outline" small>
              {t("documents.replace")}
              <span className="visually-hidden">: {title}</span>
            </ButtonLink>
            <ActionForm action={remove} hidden={{ callId, of, id, fileHash }}>
              <SubmitButton look="outline" small pending={t("documents.removing")}>
                {t("documents.remove")}
                <span className="visually-hidden">: {title}</span>
              </SubmitButton>
            </ActionForm>
          </div>
        );
        return (
          <DocumentRow
            key={id}
            href={routes.staffDocument(callId, fileHash, extension)}
            title={title}
            meta={`${extension.toUpperCase()}, ${fileSize(size, locale)}`}
            aside={buttons}
          />
        );
      })}
    </DocumentList>
  );
}

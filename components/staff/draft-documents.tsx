import { useLocale, useTranslations } from "next-intl";
import { fileSize } from "@/components/applicant/file-size";
import { SubmitButton } from "@/components/forms/submit-button";
import { DocumentList, DocumentRow } from "@/components/ui/document-row";
import type { CallDocument } from "@/lib/calls/core/content";
import { extensionOfType } from "@/lib/files/core/media-types";
import { routes } from "@/lib/routes";
import { ActionForm, type FormAction } from "./action-form";

type Props = { callId: string; documents: readonly CallDocument[]; remove: FormAction };

/** The documents of a draft, each to be opened or taken away. */
export function DraftDocuments({ callId, documents, remove }: Props) {
  const t = useTranslations("staff");
  const locale = useLocale();
  if (documents.length === 0) return <p>{t("documents.none")}</p>;
  return (
    <DocumentList>
      {documents.map(({ title, fileHash, mediaType, size }) => {
        const extension = extensionOfType(mediaType);
        return (
          <DocumentRow
            key={fileHash}
            href={routes.staffDocument(callId, fileHash, extension)}
            title={title}
            meta={`${extension.toUpperCase()}, ${fileSize(size, locale)}`}
            aside={
              <ActionForm action={remove} hidden={{ callId, fileHash }}>
                <SubmitButton look="outline" small pending={t("documents.removing")}>
                  {t("documents.remove")}
                  <span className="visually-hidden">: {title}</span>
                </SubmitButton>
              </ActionForm>
            }
          />
        );
      })}
    </DocumentList>
  );
}

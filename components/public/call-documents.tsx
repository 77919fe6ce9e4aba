import { useLocale } from "next-intl";
import { fileSize } from "@/components/applicant/file-size";
import { Icon } from "@/components/ui/icon";
import { DocumentList } from "@/components/ui/document-row";
import type { CallPage } from "@/lib/calls/queries/call-page";
import { extensionOfType } from "@/lib/files/core/media-types";
import { routes } from "@/lib/routes";
import { useTextLanguage } from "./call-words";

/** The documents of a call; each link says its format and size before it is followed. */
export function CallDocuments({ call }: { call: CallPage }) {
  const locale = useLocale();
  const lang = useTextLanguage();
  const { documents } = call.content;
  if (documents.length === 0) return null;
  return (
    <DocumentList>
      {documents.map(({ title, fileHash, mediaType, size }) => {
        const extension = extensionOfType(mediaType);
        // The file of a draft, which is only looked at, is for who writes it.
        const href = call.applyAt
          ? routes.staffDocument(call.id, fileHash, extension)
          : routes.callDocument(call.slug, fileHash, extension);
        return (
          <li key={fileHash}>
            <Icon name="file-pdf" />
            <a href={href}>
              <span lang={lang}>{title}</span> ({extension.toUpperCase()},{" "}
              {fileSize(size, locale)})
            </a>
          </li>
        );
      })}
    </DocumentList>
  );
}

import { DocumentList } from "@/components/ui/document-row";
import { Icon } from "@/components/ui/icon";
import type { CallPage } from "@/lib/calls/queries/call-page";
import { routes } from "@/lib/routes";
import { DocumentLink } from "./document-link";

/** The documents of a call. */
export function CallDocuments({ call }: { call: CallPage }) {
  const { documents } = call.content;
  if (documents.length === 0) return null;
  // The file of a draft, which is only looked at, is for who writes it.
  const address = (hash: string, extension: string) =>
    call.applyAt
      ? routes.staffDocument(call.id, hash, extension)
      : routes.callDocument(call.slug, hash, extension);
  return (
    <DocumentList>
      {documents.map((document) => (
        <li key={document.id}>
          <Icon name="file-pdf" />
          <DocumentLink document={document} address={address} />
        </li>
      ))}
    </DocumentList>
  );
}

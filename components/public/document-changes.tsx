import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type DocumentChanges as Changes, documentChanges } from "@/lib/calls/core/documents";
import type { CallDocument } from "@/lib/calls/core/content";
import { type DocumentAddress, DocumentLink } from "./document-link";
import { OldNew } from "./old-new";

type Props = {
  before: readonly CallDocument[];
  after: readonly CallDocument[];
  address: DocumentAddress;
};

/** What became of the documents of a call: old beside new, each a link to its own file. */
export function DocumentChanges({ before, after, address }: Props) {
  const { added, replaced, renamed, removed } = documentChanges(before, after);
  const link = (document: CallDocument) => <DocumentLink document={document} address={address} />;
  return (
    <>
      {[...replaced, ...renamed].map((pair) => (
        <OldNew key={pair.after.id} before={link(pair.before)} after={link(pair.after)} />
      ))}
      <One kind="added" documents={added} link={link} />
      <One kind="removed" documents={removed} link={link} />
    </>
  );
}

type OneProps = {
  kind: keyof Pick<Changes, "added" | "removed">;
  documents: readonly CallDocument[];
  link: (document: CallDocument) => ReactNode;
};

function One({ kind, documents, link }: OneProps) {
  const t = useTranslations("calls");
  return documents.map((document) => (
    <p className="mb-2" key={document.id}>
      <strong>{t(`documents.${kind}`)}</strong> {link(document)}
    </p>
  ));
}

import { useLocale } from "next-intl";
import { fileSize } from "@/lib/kernel/file-size";
import type { CallDocument } from "@/lib/calls/core/content";
import { extensionOfType } from "@/lib/files/core/media-types";
import { useTextLanguage } from "./call-words";

/** The address of a document, by the SHA-256 and the extension of its file. */
export type DocumentAddress = (hash: string, extension: string) => string;

type Props = { document: CallDocument; address: DocumentAddress };

/** A document of a call; the link says its format and size before it is followed. */
export function DocumentLink({ document, address }: Props) {
  const locale = useLocale();
  const lang = useTextLanguage();
  const { title, fileHash, mediaType, size } = document;
  const extension = extensionOfType(mediaType);
  return (
    <a href={address(fileHash, extension)}>
      <span lang={lang}>{title}</span>{" "}
      <span className="text-nowrap">
        ({extension.toUpperCase()}, {fileSize(size, locale)})
      </span>
    </a>
  );
}

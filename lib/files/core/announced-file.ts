import { allowed, refused, type Verdict } from "@/lib/kernel/verdict";
import { extensionOf, mayBeFileName } from "./file-name";
import { type FileRefusal, fileLimits } from "./limits";
import { isDeclaredAs, typeOfExtension } from "./media-types";

/** What a browser says of a file; the name as it is kept. */
export type AnnouncedFile = { name: string; declaredType: string; size: number };

/** A name as it is kept: one way to write each letter, without blanks around it. */
export function keptName(name: string): string {
  return name.normalize("NFC").trim();
}

/** What can be said of a file before its content is known. */
export function mayAnnounce({ name, declaredType, size }: AnnouncedFile): Verdict<FileRefusal> {
  const named = mayBeFileName(name);
  if (!named.ok) return named;
  if (size === 0) return refused("file_empty");
  if (size > fileLimits.fileBytes) return refused("file_too_large");
  const mediaType = typeOfExtension(extensionOf(name));
  if (!mediaType) return refused("file_type_not_allowed");
  return isDeclaredAs(declaredType, mediaType) ? allowed : refused("file_type_mismatch");
}

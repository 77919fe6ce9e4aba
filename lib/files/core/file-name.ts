import { allowed, refused, type Verdict } from "@/lib/kernel/verdict";
import { type FileRefusal, fileLimits } from "./limits";

// Controls, marks that turn the direction of writing (a name can then lie about its extension),
// invisible characters, and what a path or a shell would make something of.
const HOSTILE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029/\\:*?"<>|]/u;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Whether a name given by a browser may be stored and shown; it never becomes a path. */
export function mayBeFileName(name: string): Verdict<FileRefusal> {
  const hostile =
    name.trim() === "" ||
    name.length > fileLimits.nameLength ||
    HOSTILE.test(name) ||
    RESERVED.test(name) ||
    name.startsWith(".") ||
    name.includes("..");
  return hostile ? refused("file_name_hostile") : allowed;
}

/** The extension in lower case without its dot; "p7m" for "delega.pdf.p7m". */
export function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
}

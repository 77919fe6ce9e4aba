import { inflateSync } from "node:zlib";
import { Refused } from "@/lib/kernel/errors";
import type { FileRefusal } from "./core/limits";

const INFLATED_LIMIT = 64 * 1024 * 1024;
/** Names that make a document do something by itself, or carry another file. */
const ACTIVE = ["JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "ImportData"];
/** Too short to be looked for inside compressed bytes, where chance would write it. */
const ACTIVE_SHORT = ["JS"];
const STREAM = /<<((?:[^<>]|<(?!<)|>(?!>)|<<[^<>]*>>)*)>>\s*stream\r?\n/g;

/**
 * Refuses a PDF that is active, encrypted, glued to another file or packed to explode. Looks into
 * object streams too, where newer writers keep their dictionaries.
 */
export function inspectPdf(bytes: Buffer): void {
  const raw = bytes.toString("latin1");
  refuseGluedFiles(raw, bytes);
  const { structure, objects } = partsOf(raw, bytes);
  const texts = [structure, ...objects.values()].map(withPlainNames);
  if (texts.some((text) => hasName(text, ["Encrypt"]))) refuse("file_encrypted");
  if (hasName(withPlainNames(raw), ACTIVE)) refuse("file_active_content");
  for (const text of texts) {
    if (hasName(text, [...ACTIVE, ...ACTIVE_SHORT])) refuse("file_active_content");
    refuseOpenAction(text, texts, objects);
  }
}

function refuseGluedFiles(raw: string, bytes: Buffer): void {
  if (!raw.startsWith("%PDF-")) refuse("file_polyglot");
  const end = raw.lastIndexOf("%%EOF");
  if (end === -1) refuse("file_damaged");
  if (raw.slice(end + 5).replace(/[\s\0]/g, "") !== "") refuse("file_polyglot");
  if (/<(script|html|!doctype)/i.test(raw.slice(0, 1024))) refuse("file_polyglot");
  if (endsLikeArchive(bytes)) refuse("file_polyglot");
}

/** A ZIP is read from its end: a directory whose comment reaches the last byte makes one. */
function endsLikeArchive(bytes: Buffer): boolean {
  const tail = bytes.subarray(Math.max(0, bytes.length - 65_600));
  let at = tail.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  for (; at !== -1; at = at === 0 ? -1 : tail.lastIndexOf("PK\u0005\u0006", at - 1, "latin1")) {
    if (at + 22 > tail.length) continue;
    if (Math.abs(at + 22 + tail.readUInt16LE(at + 20) - tail.length) <= 2) return true;
  }
  return false;
}

/** The text outside of streams, and the objects of object streams by number. */
function partsOf(raw: string, bytes: Buffer) {
  const objects = new Map<number, string>();
  const outside: string[] = [];
  let budget = INFLATED_LIMIT;
  let from = 0;
  for (const match of raw.matchAll(STREAM)) {
    const begin = match.index + match[0].length;
    if (match.index < from) continue;
    const end = raw.indexOf("endstream", begin);
    if (end === -1) refuse("file_damaged");
    outside.push(raw.slice(from, begin));
    from = end;
    const dictionary = withPlainNames(match[1] ?? "");
    if (!isObjectStream(dictionary)) continue;
    const content = inflated(dictionary, bytes.subarray(begin, end), budget);
    budget -= content.length;
    for (const [number, text] of objectsIn(dictionary, content)) objects.set(number, text);
  }
  outside.push(raw.slice(from));
  return { structure: outside.join("\n"), objects };
}

function isObjectStream(dictionary: string): boolean {
  return (
    hasName(dictionary, ["ObjStm"]) || (/\/First\b/.test(dictionary) && /\/N\b/.test(dictionary))
  );
}

function inflated(dictionary: string, bytes: Buffer, budget: number): string {
  const filters = [...dictionary.matchAll(/\/(\w+Decode)\b/g)].map((match) => match[1]);
  if (filters.length === 0) return bytes.toString("latin1");
  const plain = filters.length === 1 && filters[0] === "FlateDecode";
  if (!plain || /\/Predictor\s+(?!1\b)/.test(dictionary)) refuse("file_damaged");
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, budget) }).toString("latin1");
  } catch (error) {
    const tooLong = (error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE";
    return refuse(tooLong ? "file_bomb" : "file_damaged");
  }
}

/** An object stream begins with pairs of number and offset, counted from /First. */
function objectsIn(dictionary: string, content: string): [number, string][] {
  const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1] ?? Number.NaN);
  if (Number.isNaN(first)) return [[-1, content]];
  const pairs = content.slice(0, first).trim().split(/\s+/).map(Number);
  const starts = pairs.filter((_, index) => index % 2 === 1);
  return starts.map((start, index) => {
    const next = starts[index + 1];
    const end = next === undefined ? undefined : first + next;
    return [pairs[index * 2] ?? -1, content.slice(first + start, end)];
  });
}

/** Opening at a page is harmless, and office programs ask for it; anything else is an action. */
function refuseOpenAction(text: string, texts: string[], objects: Map<number, string>): void {
  for (const match of text.matchAll(/\/OpenAction\b\s*(\d+\s+\d+\s+R|[^\d\s])/g)) {
    const value = match[1] ?? "";
    const number = /^(\d+)\s/.exec(value)?.[1];
    const target =
      number === undefined
        ? text.slice(match.index + match[0].length - 1, match.index + 300)
        : (objects.get(Number(number)) ?? directObject(texts, number));
    const opening = target.trimStart();
    const harmless = opening.startsWith("[") || /^<<[^>]*\/S\s*\/GoTo\b/.test(opening);
    if (!harmless) refuse("file_active_content");
  }
}

function directObject(texts: string[], number: string): string {
  const head = new RegExp(`(?:^|\\s)${number}\\s+\\d+\\s+obj\\b`);
  for (const text of texts) {
    const match = head.exec(text);
    if (match) return text.slice(match.index + match[0].length, match.index + 400);
  }
  return "";
}

/** Names may be written with escapes: /J#61vaScript is /JavaScript. */
function withPlainNames(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function hasName(text: string, names: readonly string[]): boolean {
  return names.some((name) => new RegExp(`/${name}(?![A-Za-z0-9])`).test(text));
}

function refuse(reason: FileRefusal): never {
  throw new Refused(reason);
}

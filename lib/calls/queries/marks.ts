import { canonicalJson } from "@/lib/kernel/canonical-json";
import type { Marks } from "@/lib/kernel/merge-fields";
import { sha256 } from "@/lib/platform/digest";
import { fieldsOfCall, type WrittenCall } from "../core/call-fields";

/** Names a value as it stands: who edits something that has changed since is told. */
export function digestOf(value: unknown): string {
  return sha256(canonicalJson(value)).slice(0, 16);
}

/** Marks of these values, as a page that shows them has read them. */
export const marksOf = (fields: Readonly<Record<string, unknown>>): Marks =>
  Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, digestOf(value ?? null)]),
  );

export const marksOfCall = (call: WrittenCall): Marks => marksOf(fieldsOfCall(call));

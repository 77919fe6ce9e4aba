import type { FormDefinition } from "@/lib/calls/core/form-definition";
import { problem } from "@/lib/calls/core/form-problems";
import { type DefinitionReading, readDefinition } from "@/lib/calls/core/read-definition";

/** Five hundred long questions in two languages stay well below. */
export const LARGEST_FORM_BYTES = 1024 * 1024;

const FORMAT = "cantieri.form/1";

/** A form as a file: readable, with its format named, so that a later version can tell. */
export function formAsFile(title: string, definition: FormDefinition): string {
  return `${JSON.stringify({ format: FORMAT, title, definition }, null, 2)}\n`;
}

/** The form of a file, exported here or written by hand. Never throws, whatever the bytes. */
export function readForeignForm(bytes: Uint8Array): DefinitionReading {
  if (bytes.length > LARGEST_FORM_BYTES) {
    const megabytes = (bytes.length / LARGEST_FORM_BYTES).toFixed(1);
    return { ok: false, problems: [problem("too_large", null, megabytes)] };
  }
  const value = parsed(bytes);
  if (value === undefined) return { ok: false, problems: [problem("not_json", null)] };
  if (typeof value !== "object" || value === null || !("format" in value)) {
    return readDefinition(value);
  }
  if (value.format !== FORMAT) {
    const format = typeof value.format === "string" ? value.format.slice(0, 60) : "?";
    return { ok: false, problems: [problem("other_version", null, format)] };
  }
  return readDefinition("definition" in value ? value.definition : undefined);
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

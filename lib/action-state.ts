import type { FieldConflict } from "./kernel/merge-fields";

/** What a form learns about its last sending. Never the input, except fields an action keeps. */
export type ActionState =
  | { status: "idle" }
  | { status: "done"; result?: unknown }
  | { status: "invalid"; fields: Record<string, string>; kept: Record<string, string | string[]> }
  | {
      status: "failed";
      code: string;
      /** Reason of a refusal, translated by the catalogue `errors`. */
      reason?: string;
      /** Of a stale form: the fields in which the stored version differs from what was sent. */
      changed?: readonly string[];
      /** Both texts of each of them, to choose from. */
      conflicts?: readonly FieldConflict[];
      /** Names the log line of an unexpected error. */
      incident?: string;
      kept: Record<string, string | string[]>;
    };

export const idle: ActionState = { status: "idle" };

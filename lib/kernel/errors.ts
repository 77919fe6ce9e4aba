import type { FieldConflict } from "./merge-fields";

/** Codes of the one error family. Pages and routes map each to an answer; nothing else is expected. */
export const APP_ERROR_CODES = [
  "not_found",
  "unauthenticated",
  "forbidden",
  "invalid_input",
  "refused",
  "stale",
  "rate_limited",
] as const;

export type AppErrorCode = (typeof APP_ERROR_CODES)[number];

/** Base of what a command or query throws on purpose. Its message is for logs, never for people. */
export abstract class AppError extends Error {
  abstract readonly code: AppErrorCode;

  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}

/** It does not exist, or the caller may not learn that it does. */
export class NotFound extends AppError {
  readonly code = "not_found";
  constructor() {
    super("not found");
  }
}

/** Nobody is signed in, or the session ended. */
export class Unauthenticated extends AppError {
  readonly code = "unauthenticated";
  constructor() {
    super("unauthenticated");
  }
}

/** Signed in, without the right. Pages show it as not found. */
export class Forbidden extends AppError {
  readonly code = "forbidden";
  constructor() {
    super("forbidden");
  }
}

/** The input is wrong: for each field the code of the catalogue, never a sentence or the value. */
export class InvalidInput extends AppError {
  readonly code = "invalid_input";
  readonly fields: Readonly<Record<string, string>>;
  constructor(fields: Readonly<Record<string, string>>) {
    super(`invalid input: ${Object.keys(fields).join(", ")}`);
    this.fields = fields;
  }
}

/** A rule said no; `reason` is the code of its verdict. */
export class Refused<Reason extends string = string> extends AppError {
  readonly code = "refused";
  readonly reason: Reason;
  constructor(reason: Reason) {
    super(`refused: ${reason}`);
    this.reason = reason;
  }
}

/** Somebody else changed it since the caller read it. */
export class Stale extends AppError {
  readonly code = "stale";
  /** Names of the fields in which the stored version differs from what was sent. */
  readonly changed: readonly string[];
  /** Both texts of each of them, where the caller can choose. */
  readonly conflicts: readonly FieldConflict[];
  constructor(changed: readonly string[] = [], conflicts: readonly FieldConflict[] = []) {
    super("stale");
    this.changed = changed;
    this.conflicts = conflicts;
  }
}

/** Too many attempts; `retryAfterSeconds` becomes the Retry-After header. */
export class RateLimited extends AppError {
  readonly code = "rate_limited";
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super(`rate limited: retry after ${retryAfterSeconds} s`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError;
}

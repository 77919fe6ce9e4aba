import { log } from "./log";

/** Logs an unexpected error and returns the id that the page shows. */
export function logUnexpected(where: string, error: unknown): string {
  const incident = crypto.randomUUID();
  log.error({ from: where, incident, err: error }, "unexpected error");
  return incident;
}

import type { ActGiven, ActKind } from "./act-kinds";
import type { ActPatch, CallForAct } from "./acts";
import { changesBetween, type VersionFacts } from "./version-texts";

/** Old and new values of an act, by field, as they are kept for ever. */
export type ActRecord = { before: Record<string, string>; after: Record<string, string> };

/** Writes down what an act changes. Instants in ISO; an hour of "" is the end of the day. */
export function actRecord(
  call: CallForAct,
  kind: ActKind,
  given: ActGiven,
  patch: ActPatch,
): ActRecord {
  const changed = { ...call, ...patch };
  const record: ActRecord = { before: {}, after: {} };
  for (const { field, before, after } of changesBetween(call, changed)) {
    record.before[field] = before;
    record.after[field] = after;
  }
  if (record.after.closesAt !== undefined) {
    record.before.closesAtTime = call.closesAtTime ?? "";
    record.after.closesAtTime = changed.closesAtTime ?? "";
  }
  // Both forms are kept whole, by their ids: what changed is told from them.
  if (changed.formDefinitionId !== call.formDefinitionId) {
    record.before.form = call.formDefinitionId ?? "";
    record.after.form = changed.formDefinitionId ?? "";
  }
  if (changed.state !== call.state) {
    record.before.state = call.state;
    record.after.state = changed.state;
  }
  if (kind === "reopening") record.after.scope = given.scope;
  if (patch.reopenedWithin) record.after.only = JSON.stringify(patch.reopenedWithin);
  if (kind === "suspension") record.after.until = given.until;
  return record;
}

/** The columns that a version keeps beside its content. */
export function versionFacts(
  call: Pick<
    CallForAct,
    | "summary"
    | "places"
    | "minimumAge"
    | "closesAtTime"
    | "reopened"
    | "reopenedFor"
    | "reopenedWithin"
  >,
): VersionFacts {
  const { summary, places, minimumAge, closesAtTime, reopened, reopenedFor, reopenedWithin } = call;
  return { summary, places, minimumAge, closesAtTime, reopened, reopenedFor, reopenedWithin };
}

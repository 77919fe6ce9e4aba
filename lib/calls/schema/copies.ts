import { z } from "zod";
import { romeInstant } from "@/lib/kernel/rome-time";
import type { LocalRow } from "../core/local-copy";
import { endAsWritten } from "../core/written-times";
import { texts } from "../schema";
import { clock, day, line, several } from "./form-values";

/** One meeting of a copy: the title is that of the call, day and place are the body's own. */
const meeting = z.object({
  on: day.default(""),
  from: clock.default(""),
  to: clock.default(""),
  where: line(300),
});

/** What a body has of its own in its copy. */
const row = z.object({
  bodyId: z.uuid("required"),
  title: z.string().trim().min(1, "required").max(160, "too_long"),
  opensOn: day.default(""),
  opensAtTime: clock.default(""),
  closesOn: day.default(""),
  closesAtTime: clock.default(""),
  places: texts.places,
  phone: texts.phone,
  email: texts.email,
  address: texts.address,
  responsibleOfficer: texts.responsibleOfficer,
  substituteHolder: texts.substituteHolder,
  actNumber: line(100),
  actDate: day.default(""),
  meetings: z.array(meeting).max(20, "too_many").default([]),
});

/** The form sends `rows.0.title`, `rows.0.meetings.1.on`: a problem comes back under the same name. */
export const copyCallSchema = z.preprocess(
  nested,
  z
    .object({
      sourceId: z.uuid(),
      /** Names the set before it is made, so that a second click finds the first. */
      key: z.uuid(),
      rows: z.array(row, "required").min(1, "required").max(60, "too_many"),
    })
    .superRefine(({ rows }, context) => {
      for (const [at, one] of rows.entries()) {
        const twice = rows.findIndex(({ bodyId }) => bodyId === one.bodyId) !== at;
        if (twice) context.addIssue(problem(at, "title", "twice"));
        for (const [field, message] of timeProblems(one)) {
          context.addIssue(problem(at, field, message));
        }
      }
    }),
);

const problem = (at: number, field: string, message: string) => ({
  code: "custom" as const,
  path: ["rows", at, field],
  message,
});

/** Hours that do not exist on that day, and an end that is not behind the beginning. */
function timeProblems(given: LocalRow): [string, string][] {
  const { opensOn, closesOn } = given;
  const opens = opensOn ? romeInstant(opensOn, given.opensAtTime || "00:00") : undefined;
  const closes = closesOn ? endAsWritten(closesOn, given.closesAtTime) : undefined;
  if (opens && !opens.ok) return [["opensAtTime", opens.reason]];
  if (closes && !closes.ok) return [["closesAtTime", closes.reason]];
  if (opens && closes && opens.instant >= closes.instant)
    return [["closesOn", "ends_before_start"]];
  return [];
}

type Cells = Record<string, unknown>;

const CELL = /^rows\.(\d{1,2})\.(?:meetings\.(\d{1,2})\.)?([a-zA-Z]{1,30})$/;

/** Flat names of fields as rows with their meetings; names that are no cell stay as they are. */
function nested(given: unknown): unknown {
  if (typeof given !== "object" || given === null) return given;
  const rows: (Cells & { meetings: Cells[] })[] = [];
  const plain: Cells = {};
  for (const [name, value] of Object.entries(given)) {
    const [, at, inner, field = ""] = CELL.exec(name) ?? [];
    if (at === undefined) {
      plain[name] = value;
      continue;
    }
    rows[Number(at)] ??= { meetings: [] };
    const row = rows[Number(at)] ?? { meetings: [] };
    if (inner === undefined) row[field] = value;
    else row.meetings[Number(inner)] = { ...row.meetings[Number(inner)], [field]: value };
  }
  return {
    ...plain,
    rows: Array.from(
      rows,
      (row) => row && { ...row, meetings: Array.from(row.meetings, (one) => one ?? {}) },
    ),
  };
}

/** `calls`: id and revision of each, as the table showed them. */
export const publishCopiesSchema = z.object({
  setId: z.uuid(),
  calls: several.pipe(
    z
      .array(
        z
          .string()
          .regex(/^[0-9a-f-]{36}\.\d{1,9}$/)
          .transform((text) => {
            const [callId = "", revision = ""] = text.split(".");
            return { callId, revision: Number(revision) };
          }),
      )
      .min(1, "required")
      .max(60, "too_many"),
  ),
});

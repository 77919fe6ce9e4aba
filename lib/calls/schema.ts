import { z } from "zod";
import { OUTAGE_KINDS } from "@/lib/calls/core/outages";
import { APPLICANT_KINDS, CHANNELS, PUBLISHED, REGIMES } from "@/lib/calls/core/regimes";
import { isLocalDate } from "@/lib/kernel/local-date";
import { romeInstant } from "@/lib/kernel/rome-time";
import { evaluationProblems } from "./core/evaluation";
import { clock, day, euro, line, points, prose, several, whole } from "./schema/form-values";

/** Codes of audiences: whom a call is for. */
export const AUDIENCES = ["organisation", "citizen"] as const;
/** Themes of calls, which lists filter by. */
export const THEMES = [
  "access",
  "ageing",
  "disability",
  "globalHealth",
  "orientation",
  "participation",
  "thirdSector",
  "training",
] as const;
export type Theme = (typeof THEMES)[number];

export const createCallSchema = z.object({
  bodyId: z.uuid("required"),
  title: z.string().trim().min(1, "required").max(160, "too_long"),
  regime: z.enum(REGIMES, "required"),
  template: z.string().trim().max(60).default(""),
});

/** The texts that an author writes; a rectification writes them again. */
export const texts = {
  title: line(160),
  summary: line(300),
  places: whole(1, 100_000),
  minimumAge: whole(14, 99),
  description: prose,
  audience: prose,
  howTo: prose,
  needed: prose,
  obtained: prose,
  conditions: prose,
  object: line(500),
  office: line(200),
  digitalDomicile: line(200),
  responsibleOfficer: line(200),
  substituteHolder: line(200),
  days: whole(1, 365),
  privacyNoticeVersion: line(40),
  remedy: line(500),
  noticeBoardLink: z
    .union([z.literal(""), z.url({ protocol: /^https$/, error: "not_a_link" })])
    .default(""),
  phone: line(40),
  email: line(200),
  helpHours: line(200),
  /** Monday to Sunday: when somebody answers; both empty: nobody. */
  deskFrom: several.pipe(z.array(clock).max(7)),
  deskTo: several.pipe(z.array(clock).max(7)),
  address: line(300),
  meetingOn: several.pipe(z.array(day)),
  meetingFrom: several.pipe(z.array(clock)),
  meetingTo: several.pipe(z.array(clock)),
  meetingTitle: several.pipe(z.array(z.string().trim().max(200, "too_long"))),
  meetingWhere: several.pipe(z.array(z.string().trim().max(300, "too_long"))),
  criterionTitle: several.pipe(z.array(z.string().trim().max(200, "too_long")).max(40, "too_many")),
  criterionPoints: several.pipe(z.array(points)),
  criterionLeast: several.pipe(z.array(points)),
  passingPoints: points.default(null),
};

/** What makes no sense between the fields of `texts`. */
export function refineTexts(given: z.output<z.ZodObject<typeof texts>>, context: z.RefinementCtx) {
  if (halfDesk(given))
    context.addIssue({ code: "custom", path: ["deskTo"], message: "desk_hours" });
  for (const { field, code } of evaluationProblems(given)) {
    context.addIssue({ code: "custom", path: [field], message: code });
  }
}

/** What the editor sends: the whole call, as flat fields, with the revision that was read. */
export const saveCallSchema = z
  .object({
    ...texts,
    callId: z.uuid(),
    revision: z.coerce.number().int(),
    slug: z
      .string()
      .trim()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "not_an_address")
      .max(80, "too_long"),
    audiences: several.pipe(z.array(z.enum(AUDIENCES))),
    themes: several.pipe(z.array(z.enum(THEMES))),
    opensOn: day.default(""),
    opensAtTime: clock.default(""),
    closesOn: day.default(""),
    closesAtTime: clock.default(""),
    questionsUntil: day.default(""),
    peremptory: z.union([z.boolean(), z.string().transform((text) => text !== "no")]).default(true),
    cutOffOn: several.pipe(z.array(day).max(60, "too_many")),
    cutOffAt: several.pipe(z.array(clock)),
    budget: euro.default(null),
    lotTitle: several.pipe(z.array(z.string().trim().max(200, "too_long")).max(100, "too_many")),
    lotAmount: several.pipe(z.array(euro)),
    actNumber: line(100),
    actDate: day.default(""),
  })
  .superRefine((given, context) => {
    for (const [field, on, at] of [
      ["opensAtTime", given.opensOn, given.opensAtTime],
      ["closesAtTime", given.closesOn, given.closesAtTime],
    ] as const) {
      if (on === "" || at === "" || !isLocalDate(on)) continue;
      const found = romeInstant(on, at);
      if (!found.ok) context.addIssue({ code: "custom", path: [field], message: found.reason });
    }
    given.cutOffOn.forEach((on, row) => {
      const at = given.cutOffAt[row] ?? "";
      if (on === "" || at === "" || !isLocalDate(on)) return;
      const found = romeInstant(on, at);
      if (!found.ok) {
        context.addIssue({ code: "custom", path: ["cutOffAt"], message: found.reason });
      }
    });
    if (given.lotAmount.some((amount, row) => amount !== null && !given.lotTitle[row])) {
      context.addIssue({ code: "custom", path: ["lotTitle"], message: "required" });
    }
    refineTexts(given, context);
  });

function halfDesk({ deskFrom, deskTo }: { deskFrom: string[]; deskTo: string[] }): boolean {
  return deskFrom.some((from, day) => {
    const to = deskTo[day] ?? "";
    return (from === "") !== (to === "") || (from !== "" && to <= from);
  });
}

export type SaveCallInput = z.output<typeof saveCallSchema>;

export const publishCallSchema = z
  .object({
    callId: z.uuid(),
    revision: z.coerce.number().int(),
    /** Why it is published although a warning blocks it. */
    overrideReason: z.string().trim().max(500, "too_long").default(""),
    /** At once, or at the moment that follows. */
    when: z.enum(["now", "later"]).default("now"),
    publishOn: day.default(""),
    publishAtTime: clock.default(""),
  })
  .transform(({ when, publishOn, publishAtTime, ...given }, context) => {
    if (when === "now") return { ...given, at: null };
    const found = romeInstant(publishOn, publishAtTime || "00:00");
    if (found.ok) return { ...given, at: found.instant };
    const field = found.reason === "not_a_date" ? "publishOn" : "publishAtTime";
    const message = publishOn === "" ? "required" : found.reason;
    context.addIssue({ code: "custom", path: [field], message });
    return z.NEVER;
  });

export const callIdSchema = z.object({ callId: z.uuid() });

const yes = z.enum(["yes", "no"], "required").transform((answer) => answer === "yes");
const required = (least: number, most: number) =>
  z.coerce
    .number("not_a_number")
    .int("not_a_number")
    .min(least, "too_small")
    .max(most, "too_large");

/** The rules of a regime as flat fields, with the version that was read. */
export const adjustRegimeSchema = z
  .object({
    bodyId: z.uuid(),
    regime: z.enum(REGIMES),
    version: z.coerce.number().int(),
    applicants: several.pipe(z.array(z.enum(APPLICANT_KINDS))),
    runtsRequired: yes,
    runtsMonths: required(0, 120),
    days: required(1, 365),
    blocking: yes,
    comparative: yes,
    peremptory: yes,
    channels: several.pipe(z.array(z.enum(CHANNELS))),
    minimumAge: whole(14, 99),
    guardian: yes,
    notice: yes,
    published: z.enum(PUBLISHED, "required"),
    reason: z.string().trim().min(1, "required").max(500, "too_long"),
  })
  .transform(({ bodyId, regime, version, reason, days, blocking, ...rules }) => ({
    ...{ bodyId, regime, version, reason },
    rules: { ...rules, minimumDays: { days, blocking } },
  }));

/** An hour of Rome as a form has it; the name of the day's field is where a refusal belongs. */
function moment(on: string, at: string, field: string, context: z.RefinementCtx): Date {
  const found = romeInstant(on, at);
  if (found.ok) return found.instant;
  const message = on === "" || at === "" ? "required" : found.reason;
  const where = found.reason === "not_a_date" || on === "" ? `${field}On` : `${field}At`;
  context.addIssue({ code: "custom", path: [where], message });
  return z.NEVER;
}

export const recordOutageSchema = z
  .object({
    bodyId: z.uuid("required"),
    kind: z.enum(OUTAGE_KINDS, "required"),
    startedOn: day.default(""),
    startedAt: clock.default(""),
    endedOn: day.default(""),
    endedAt: clock.default(""),
    note: z.string().trim().min(1, "required").max(500, "too_long"),
  })
  .transform(({ startedOn, startedAt, endedOn, endedAt, ...given }, context) => ({
    ...given,
    startedAt: moment(startedOn, startedAt, "started", context),
    endedAt: endedOn + endedAt === "" ? null : moment(endedOn, endedAt, "ended", context),
  }));

export const outageIdSchema = z.object({ outageId: z.uuid() });
export const withdrawOutageSchema = outageIdSchema.extend({
  reason: z.string().trim().min(1, "required").max(500, "too_long"),
});

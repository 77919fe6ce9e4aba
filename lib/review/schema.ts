import { z } from "zod";
import { placeOf } from "@/lib/applications/core/integration-items";
import { CHECK_ANSWERS, REQUIREMENTS } from "./core/requirements";
import { REASONS_MINIMUM, REFUSAL_REASONS } from "./core/rules";

const uuid = z.uuid("invalid_id");
const reasons = z.string().trim().max(4000, "too_long").default("");

/** One answer of the admissibility checklist. */
export const recordCheckSchema = z.object({
  applicationId: uuid,
  requirement: z.enum(REQUIREMENTS, "unknown_requirement"),
  answer: z.enum(CHECK_ANSWERS, "answer_missing"),
  note: z.string().trim().max(1000, "too_long").default(""),
});
export type RecordCheck = z.output<typeof recordCheckSchema>;

/** The whole checklist as a form sends it: "answer.residence", "note.residence". Gaps stay gaps. */
export const recordChecksSchema = z
  .looseObject({ applicationId: uuid, callId: z.string() })
  .transform((form, issues) => {
    const checks = REQUIREMENTS.flatMap((requirement) => {
      const answer = form[`answer.${requirement}`];
      if (answer === undefined || answer === "") return [];
      const read = recordCheckSchema
        .omit({ applicationId: true })
        .safeParse({ requirement, answer, note: form[`note.${requirement}`] });
      if (read.success) return [read.data];
      issues.addIssue({
        code: "custom",
        path: [`note.${requirement}`],
        message: read.error.issues[0]?.message ?? "answer_missing",
      });
      return [];
    });
    return { applicationId: form.applicationId, callId: form.callId, checks };
  });
export type RecordChecks = Pick<z.output<typeof recordChecksSchema>, "applicationId" | "checks">;

/** The call travels with the form to lead back to its page; no command reads it. */
const ofCall = z.string().default("");

const decisionFields = {
  applicationId: uuid,
  callId: ofCall,
  reasonCode: z
    .union([z.literal("").transform(() => undefined), z.enum(REFUSAL_REASONS, "reason_missing")])
    .optional(),
  reasons,
};

/** A refusal names its reason and explains it. */
function refusalIsExplained(
  decision: { result: string; reasonCode?: string | undefined; reasons: string },
  issues: z.RefinementCtx,
): void {
  if (decision.result !== "inadmissible" && decision.result !== "notAdmitted") return;
  if (!decision.reasonCode) {
    issues.addIssue({ code: "custom", path: ["reasonCode"], message: "reason_missing" });
  }
  if (decision.reasons.length < REASONS_MINIMUM) {
    issues.addIssue({ code: "custom", path: ["reasons"], message: "reasons_missing" });
  }
}

export const decideAdmissibilitySchema = z
  .object({ ...decisionFields, result: z.enum(["admissible", "inadmissible"], "result_missing") })
  .superRefine(refusalIsExplained);
export type DecideAdmissibility = Omit<z.output<typeof decideAdmissibilitySchema>, "callId">;

export const decideAdmissionSchema = z
  .object({ ...decisionFields, result: z.enum(["admitted", "notAdmitted"], "result_missing") })
  .superRefine(refusalIsExplained);
export type DecideAdmission = Omit<z.output<typeof decideAdmissionSchema>, "callId">;

export const publishOutcomeSchema = z.object({
  callId: uuid,
  actNumber: z.string().trim().min(1, "act_number_missing").max(60, "too_long"),
  actDate: z.iso.date("act_date_missing"),
});
export type PublishOutcome = z.output<typeof publishOutcomeSchema>;

/** A decision taken back, with the reasons that the record keeps. */
export const reopenDecisionSchema = z.object({
  applicationId: uuid,
  callId: ofCall,
  reasons: reasons.pipe(z.string().min(REASONS_MINIMUM, "reasons_missing")),
});
export type ReopenDecision = Omit<z.output<typeof reopenDecisionSchema>, "callId">;

/** How much the page showed that would be left behind counts only with the tick. */
export const beginReviewSchema = z
  .object({
    callId: uuid,
    accepted: z.coerce.number().int().min(0).max(1_000_000).default(0),
    sure: z.literal("on").optional(),
  })
  .refine(({ accepted, sure }) => accepted === 0 || sure, { path: ["sure"], message: "required" })
  .transform(({ callId, accepted }) => ({ callId, accepted }));
export type BeginReview = z.output<typeof beginReviewSchema>;

/** An application taken out of the way of another person; `key` makes a second click harmless. */
export const setAsideSchema = reopenDecisionSchema.extend({
  key: z.uuid("not_found"),
  sure: z.literal("on", "required"),
});
export type SetAside = Omit<z.output<typeof setAsideSchema>, "callId" | "sure">;

/** Names of the fields of a checklist: given back when it is refused. */
export const CHECK_FIELDS = REQUIREMENTS.flatMap((one) => [`answer.${one}`, `note.${one}`]);

/** The letter and the call travel with the form to lead back to the page. */
export const retryLetterSchema = z.object({ messageId: uuid, letterId: ofCall, callId: ofCall });

/** "10.2026-12-07": so many days, and the end that was shown for them. */
const term = z
  .string("term_missing")
  .regex(/^\d{1,2}\.\d{4}-\d{2}-\d{2}$/, "term_missing")
  .transform((text) => {
    const [days = "", on = ""] = text.split(".");
    return { days: Number(days), on };
  });

const asReason = reasons.pipe(z.string().min(REASONS_MINIMUM, "reasons_missing"));
const MISSING_MINIMUM = 5;

/** Boxes named "open" with the questions, and "missing.<question>" with what is missing in each. */
export const requestIntegrationSchema = z
  .looseObject({
    applicationId: uuid,
    callId: ofCall,
    term,
    reason: asReason,
    open: z.union([z.string(), z.array(z.string())], "nothing_asked"),
  })
  .transform((form, issues) => {
    const items = [...new Set([form.open].flat())].map((path) => {
      const missing = String(form[`missing.${path}`] ?? "").trim();
      const code =
        missing.length < MISSING_MINIMUM
          ? "say_what_is_missing"
          : missing.length > 2000
            ? "too_long"
            : undefined;
      if (code) issues.addIssue({ code: "custom", path: [`missing.${path}`], message: code });
      return { ...placeOf(path), missing };
    });
    const { applicationId, callId, reason } = form;
    return { applicationId, callId, reason, items, term: form.term };
  });
export type RequestIntegration = Omit<z.output<typeof requestIntegrationSchema>, "callId">;

export const extendIntegrationSchema = z.object({
  applicationId: uuid,
  callId: ofCall,
  term,
  reason: asReason,
});
export type ExtendIntegration = Omit<z.output<typeof extendIntegrationSchema>, "callId">;

export const cancelIntegrationSchema = z.object({
  applicationId: uuid,
  callId: ofCall,
  reason: asReason,
});
export type CancelIntegration = Omit<z.output<typeof cancelIntegrationSchema>, "callId">;

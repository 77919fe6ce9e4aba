import { z } from "zod";
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

/** Names of the fields of a checklist: given back when it is refused. */
export const CHECK_FIELDS = REQUIREMENTS.flatMap((one) => [`answer.${one}`, `note.${one}`]);

/** The letter and the call travel with the form to lead back to the page. */
export const retryLetterSchema = z.object({ messageId: uuid, letterId: ofCall, callId: ofCall });

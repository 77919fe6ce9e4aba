"use server";
import { action } from "@/lib/actions";
import type { Ctx } from "@/lib/context";
import { decideAdmissibility } from "@/lib/review/commands/decide-admissibility";
import { decideAdmission } from "@/lib/review/commands/decide-admission";
import { publishOutcome } from "@/lib/review/commands/publish-outcome";
import { recordChecks } from "@/lib/review/commands/record-checks";
import { reopenDecision } from "@/lib/review/commands/reopen-decision";
import {
  decideAdmissibilitySchema,
  decideAdmissionSchema,
  publishOutcomeSchema,
  recordChecksSchema,
  reopenDecisionSchema,
} from "@/lib/review/schema";
import { routes } from "@/lib/routes";

type OfCall = { callId: string; applicationId: string };
const backToSheet = ({ callId, applicationId }: OfCall) =>
  `${routes.staffApplication(callId, applicationId)}?fatto=si`;

export const recordChecksAction = action(
  "review.check",
  recordChecksSchema,
  async (ctx: Ctx, input) => {
    await recordChecks(ctx, input);
    return input;
  },
  { audience: "staff", redirectTo: backToSheet },
);

export const decideAdmissibilityAction = action(
  "review.decideAdmissibility",
  decideAdmissibilitySchema,
  async (ctx: Ctx, input) => {
    await decideAdmissibility(ctx, input);
    return input;
  },
  { audience: "staff", redirectTo: backToSheet, keep: ["result", "reasonCode", "reasons"] },
);

export const decideAdmissionAction = action(
  "review.decideAdmission",
  decideAdmissionSchema,
  async (ctx: Ctx, input) => {
    await decideAdmission(ctx, input);
    return input;
  },
  { audience: "staff", redirectTo: backToSheet, keep: ["result", "reasonCode", "reasons"] },
);

export const reopenDecisionAction = action(
  "review.reopen",
  reopenDecisionSchema,
  async (ctx: Ctx, input) => {
    await reopenDecision(ctx, input);
    return input;
  },
  { audience: "staff", redirectTo: backToSheet, keep: ["reasons"] },
);

export const publishOutcomeAction = action(
  "outcome.publish",
  publishOutcomeSchema,
  async (ctx: Ctx, input) => {
    await publishOutcome(ctx, input);
    return input.callId;
  },
  {
    audience: "staff",
    redirectTo: (callId) => `${routes.staffLetters(callId)}?fatto=esito`,
    keep: ["actNumber", "actDate"],
  },
);

"use server";
import { action } from "@/lib/actions";
import { chooseOfficeMail } from "@/lib/applications/commands/choose-office-mail";
import { settleThread } from "@/lib/applications/commands/settle-thread";
import { officeMailSchema, settleSchema } from "@/lib/applications/schema";
import type { Ctx } from "@/lib/context";
import { retryMessage } from "@/lib/mail/commands/retry-message";
import { cancelIntegration } from "@/lib/review/commands/cancel-integration";
import { decideAdmissibility } from "@/lib/review/commands/decide-admissibility";
import { decideAdmission } from "@/lib/review/commands/decide-admission";
import { extendIntegration } from "@/lib/review/commands/extend-integration";
import { publishOutcome } from "@/lib/review/commands/publish-outcome";
import { recordChecks } from "@/lib/review/commands/record-checks";
import { reopenDecision } from "@/lib/review/commands/reopen-decision";
import { requestIntegration } from "@/lib/review/commands/request-integration";
import { setAsideApplication } from "@/lib/review/commands/set-aside-application";
import {
  CHECK_FIELDS,
  cancelIntegrationSchema,
  decideAdmissibilitySchema,
  decideAdmissionSchema,
  extendIntegrationSchema,
  publishOutcomeSchema,
  recordChecksSchema,
  reopenDecisionSchema,
  requestIntegrationSchema,
  retryLetterSchema,
  setAsideSchema,
} from "@/lib/review/schema";
import { routes } from "@/lib/routes";

type OfCall = { callId: string; applicationId: string };
const backToSheet = ({ callId, applicationId }: OfCall) =>
  `${routes.staffApplication(callId, applicationId)}?fatto=si`;

const DECIDES = { purpose: "decide", subject: "applicationId" } as const;

export const recordChecksAction = action(
  "review.check",
  recordChecksSchema,
  async (ctx: Ctx, input) => {
    await recordChecks(ctx, input);
    return input;
  },
  { audience: "staff", redirectTo: backToSheet, keep: CHECK_FIELDS },
);

export const decideAdmissibilityAction = action(
  "review.decideAdmissibility",
  decideAdmissibilitySchema,
  async (ctx: Ctx, input) => {
    await decideAdmissibility(ctx, input);
    return input;
  },
  {
    audience: "staff",
    token: DECIDES,
    redirectTo: backToSheet,
    keep: ["result", "reasonCode", "reasons"],
  },
);

export const decideAdmissionAction = action(
  "review.decideAdmission",
  decideAdmissionSchema,
  async (ctx: Ctx, input) => {
    await decideAdmission(ctx, input);
    return input;
  },
  {
    audience: "staff",
    token: DECIDES,
    redirectTo: backToSheet,
    keep: ["result", "reasonCode", "reasons"],
  },
);

export const reopenDecisionAction = action(
  "review.reopen",
  reopenDecisionSchema,
  async (ctx: Ctx, input) => {
    await reopenDecision(ctx, input);
    return input;
  },
  { audience: "staff", token: DECIDES, redirectTo: backToSheet, keep: ["reasons"] },
);

export const setAsideAction = action(
  "application.setAside",
  setAsideSchema,
  async (ctx: Ctx, input) => {
    await setAsideApplication(ctx, input);
    return input;
  },
  { audience: "staff", token: DECIDES, redirectTo: backToSheet, keep: "all" },
);

export const settleThreadAction = action(
  "thread.settle",
  settleSchema,
  async (ctx: Ctx, input) => {
    await settleThread(ctx, input);
    return input;
  },
  {
    audience: "staff",
    redirectTo: ({ callId, applicationId }) =>
      `${routes.staffApplication(callId, applicationId)}?fatto=evaso#messaggi`,
  },
);

export const officeMailAction = action("thread.mail", officeMailSchema, chooseOfficeMail, {
  audience: "staff",
  redirectTo: () => `${routes.staffMessages()}?fatto=posta`,
});

export const requestIntegrationAction = action(
  "integration.request",
  requestIntegrationSchema,
  async (ctx: Ctx, input) => {
    await requestIntegration(ctx, input);
    return input;
  },
  { audience: "staff", token: DECIDES, redirectTo: backToSheet, keep: "all" },
);

export const extendIntegrationAction = action(
  "integration.extend",
  extendIntegrationSchema,
  async (ctx: Ctx, input) => {
    await extendIntegration(ctx, input);
    return input;
  },
  { audience: "staff", token: DECIDES, redirectTo: backToSheet, keep: ["term", "reason"] },
);

export const cancelIntegrationAction = action(
  "integration.cancel",
  cancelIntegrationSchema,
  async (ctx: Ctx, input) => {
    await cancelIntegration(ctx, input);
    return input;
  },
  { audience: "staff", token: DECIDES, redirectTo: backToSheet, keep: ["reason"] },
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
    token: { purpose: "publishOutcome", subject: "callId" },
    redirectTo: (callId) => `${routes.staffLetters(callId)}?fatto=esito`,
    keep: ["actNumber", "actDate"],
  },
);

export const retryLetterAction = action(
  "letter.retry",
  retryLetterSchema,
  async (ctx: Ctx, input) => {
    await retryMessage(ctx, input);
    return input;
  },
  {
    audience: "staff",
    redirectTo: ({ callId, letterId }) =>
      `${routes.staffLetters(callId)}?lettera=${letterId}&fatto=riprova`,
  },
);

"use server";
import { action } from "@/lib/actions";
import { addDeskAddress } from "@/lib/applications/commands/add-desk-address";
import { beginDeskAnswer } from "@/lib/applications/commands/begin-desk-answer";
import { giveUpDraft } from "@/lib/applications/commands/give-up-draft";
import { startAssistedApplication } from "@/lib/applications/commands/start-assisted-application";
import { startReplacement } from "@/lib/applications/commands/start-replacement";
import { withdrawApplication } from "@/lib/applications/commands/withdraw-application";
import {
  deskAddressSchema,
  deskAnswerSchema,
  deskChangeSchema,
  deskWithdrawalSchema,
  giveUpSchema,
  startAssistedSchema,
} from "@/lib/applications/schema/desk";
import { routes } from "@/lib/routes";

/** Begins an application for somebody who comes, telephones or wrote. */
export const startAssistedAction = action(
  "application.startAssisted",
  startAssistedSchema,
  startAssistedApplication,
  {
    audience: "staff",
    keep: "all",
    redirectTo: ({ applicationId }) => routes.applicationStep(applicationId, "dati-generali"),
  },
);

/** A mailbox that the applicant gives later. */
export const addAddressAction = action(
  "application.addAddress",
  deskAddressSchema,
  addDeskAddress,
  {
    audience: "staff",
    keep: "all",
    redirectTo: ({ callId, applicationId }) =>
      `${routes.staffDeskEntry(callId, applicationId)}?fatto=indirizzo`,
  },
);

/** Taken back on request of the applicant. */
export const withdrawAtDeskAction = action(
  "application.withdrawAtDesk",
  deskWithdrawalSchema,
  (ctx, { applicationId, ...desk }) =>
    withdrawApplication(ctx, { applicationId, desk: { ...desk, applicationId } }),
  {
    audience: "staff",
    keep: "all",
    redirectTo: ({ callId, applicationId }) =>
      `${routes.staffDeskEntry(callId, applicationId)}?fatto=ritiro`,
  },
);

/** Changed on request of the applicant: another one is sent in its place. */
export const changeAtDeskAction = action(
  "application.changeAtDesk",
  deskChangeSchema,
  (ctx, { applicationId, ...desk }) =>
    startReplacement(ctx, { applicationId, desk: { ...desk, applicationId } }),
  {
    audience: "staff",
    keep: "all",
    redirectTo: ({ applicationId }) => routes.applicationStep(applicationId, "dati-generali"),
  },
);

/** Answers the office for the applicant, on their pages. */
export const answerAtDeskAction = action(
  "application.beginDeskAnswer",
  deskAnswerSchema,
  beginDeskAnswer,
  {
    audience: "staff",
    keep: "all",
    redirectTo: ({ applicationId }) => routes.applicationIntegration(applicationId),
  },
);

/** Begun, and wanted by nobody any more. */
export const giveUpDraftAction = action("application.giveUp", giveUpSchema, giveUpDraft, {
  audience: "staff",
  keep: "all",
  redirectTo: ({ callId }) => `${routes.staffDesk(callId)}?fatto=rinuncia`,
});

"use server";
import { action } from "@/lib/actions";
import { acknowledgePrivacy } from "@/lib/applications/commands/acknowledge-privacy";
import { saveIntegration } from "@/lib/applications/commands/save-integration";
import { saveStep } from "@/lib/applications/commands/save-step";
import { privacySchema, saveIntegrationSchema, saveStepSchema } from "@/lib/applications/schema";
import { routes } from "@/lib/routes";

export const saveStepAction = action("application.saveStep", saveStepSchema, saveStep, {
  audience: "person",
  redirectTo: (result) => result.to,
});

export const saveIntegrationAction = action(
  "application.saveIntegration",
  saveIntegrationSchema,
  saveIntegration,
  { audience: "person", redirectTo: (result) => result.to },
);

export const acknowledgePrivacyAction = action(
  "application.acknowledgePrivacy",
  privacySchema,
  acknowledgePrivacy,
  {
    audience: "person",
    redirectTo: ({ applicationId }) => routes.applicationStep(applicationId, "dati-generali"),
  },
);

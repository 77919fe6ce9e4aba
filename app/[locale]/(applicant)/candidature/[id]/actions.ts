"use server";
import { action } from "@/lib/actions";
import { acknowledgePrivacy } from "@/lib/applications/commands/acknowledge-privacy";
import { saveStep } from "@/lib/applications/commands/save-step";
import { privacySchema, saveStepSchema } from "@/lib/applications/schema";
import { addressIn } from "@/lib/i18n/addresses";
import { routes } from "@/lib/routes";

export const saveStepAction = action("application.saveStep", saveStepSchema, saveStep, {
  audience: "person",
  redirectTo: (result) => result.to,
});

export const acknowledgePrivacyAction = action(
  "application.acknowledgePrivacy",
  privacySchema,
  async (ctx, { locale, ...input }) => ({ ...(await acknowledgePrivacy(ctx, input)), locale }),
  {
    audience: "person",
    redirectTo: ({ applicationId, locale }) =>
      addressIn(locale, routes.applicationStep(applicationId, "dati-generali")),
  },
);

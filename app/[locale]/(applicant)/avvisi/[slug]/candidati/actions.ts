"use server";
import { action } from "@/lib/actions";
import { startApplication } from "@/lib/applications/commands/start-application";
import { startSchema } from "@/lib/applications/schema";
import { addressIn } from "@/lib/i18n/addresses";
import { routes } from "@/lib/routes";

export const startAction = action(
  "application.start",
  startSchema,
  async (ctx, { locale, ...input }) => ({ ...(await startApplication(ctx, input)), locale }),
  {
    audience: "person",
    keep: ["track"],
    redirectTo: ({ applicationId, locale }) =>
      addressIn(locale, routes.applicationStep(applicationId, "informativa")),
  },
);

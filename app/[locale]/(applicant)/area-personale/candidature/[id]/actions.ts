"use server";
import { action } from "@/lib/actions";
import { withdrawApplication } from "@/lib/applications/commands/withdraw-application";
import { withdrawSchema } from "@/lib/applications/schema";
import { addressIn } from "@/lib/i18n/addresses";
import { routes } from "@/lib/routes";

export const withdrawAction = action(
  "application.withdraw",
  withdrawSchema,
  async (ctx, { applicationId, locale }) => ({
    ...(await withdrawApplication(ctx, { applicationId })),
    locale,
  }),
  {
    audience: "person",
    redirectTo: ({ applicationId, locale }) =>
      addressIn(locale, routes.myApplication(applicationId)),
  },
);

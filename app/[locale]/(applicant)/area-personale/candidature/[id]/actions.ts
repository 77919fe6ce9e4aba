"use server";
import { getTranslations } from "next-intl/server";
import { answerNames } from "@/components/applicant/answer-words";
import { action } from "@/lib/actions";
import { issueCopy } from "@/lib/applications/commands/issue-copy";
import { startReplacement } from "@/lib/applications/commands/start-replacement";
import { withdrawApplication } from "@/lib/applications/commands/withdraw-application";
import { applicationSchema, copySchema, withdrawSchema } from "@/lib/applications/schema";
import type { Ctx } from "@/lib/context";
import { routes } from "@/lib/routes";
import { municipalityNames } from "@/lib/territory/queries";

export const startReplacementAction = action(
  "application.startReplacement",
  applicationSchema,
  startReplacement,
  {
    audience: "person",
    redirectTo: ({ applicationId }) => routes.applicationStep(applicationId, "dati-generali"),
  },
);

export const withdrawAction = action("application.withdraw", withdrawSchema, withdrawApplication, {
  audience: "person",
  redirectTo: ({ applicationId }) => `${routes.myApplication(applicationId)}?fatto=ritiro`,
});

export const copyAction = action(
  "application.copy",
  copySchema,
  async (ctx: Ctx, { applicationId }) =>
    issueCopy(ctx, {
      applicationId,
      words: async (locale) => {
        const t = await getTranslations({ locale, namespace: "applications" });
        const names = answerNames(t, locale, await municipalityNames(ctx));
        return { names, accepted: t("copy.accepted"), earlier: t("copy.earlier") };
      },
    }),
  { audience: "person", redirectTo: ({ applicationId }) => routes.myApplication(applicationId) },
);

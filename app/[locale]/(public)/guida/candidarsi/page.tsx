import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProsePage } from "@/components/public/prose-page";
import { Feedback } from "@/components/ui/feedback";
import { routes } from "@/lib/routes";

const PARTS = [
  "before",
  "signIn",
  "write",
  "send",
  "after",
  "integration",
  "change",
  "help",
] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public");
  return { title: t("applicantGuide.title"), description: t("applicantGuide.lead") };
}

export default async function ApplicantGuidePage() {
  const t = await getTranslations("public");
  return (
    <>
      <ProsePage
        title={t("applicantGuide.title")}
        lead={t("applicantGuide.lead")}
        above={{ label: t("guide.title"), href: routes.guide() }}
        parts={PARTS.map((part) => ({
          id: part,
          title: t(`applicantGuide.parts.${part}.title`),
          text: t(`applicantGuide.parts.${part}.text`),
        }))}
      />
      <Feedback page={routes.guideFor("candidarsi")} />
    </>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProsePage } from "@/components/public/prose-page";
import { Feedback } from "@/components/ui/feedback";
import { routes } from "@/lib/routes";

const PARTS = ["who", "what", "why", "long", "share", "rights", "cookies"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public");
  return { title: t("privacy.title"), description: t("privacy.lead") };
}

export default async function PrivacyPage() {
  const t = await getTranslations("public");
  return (
    <>
      <ProsePage
        title={t("privacy.title")}
        lead={t("privacy.lead")}
        parts={PARTS.map((part) => ({
          id: part,
          title: t(`privacy.parts.${part}.title`),
          text: t(`privacy.parts.${part}.text`),
        }))}
      />
      <Feedback page={routes.privacy()} />
    </>
  );
}

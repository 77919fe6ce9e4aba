import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProsePage } from "@/components/public/prose-page";
import { Feedback } from "@/components/ui/feedback";
import { routes } from "@/lib/routes";

const PARTS = ["platform", "board", "clock", "documents", "content", "software"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public");
  return { title: t("legal.title"), description: t("legal.lead") };
}

export default async function LegalNotesPage() {
  const t = await getTranslations("public");
  return (
    <>
      <ProsePage
        title={t("legal.title")}
        lead={t("legal.lead")}
        parts={PARTS.map((part) => ({
          id: part,
          title: t(`legal.parts.${part}.title`),
          text: t(`legal.parts.${part}.text`),
        }))}
      />
      <Feedback page={routes.legalNotes()} />
    </>
  );
}

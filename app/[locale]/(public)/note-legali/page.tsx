import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProsePage } from "@/components/public/prose-page";
import { keyIn } from "@/lib/i18n/key-in";

const PARTS = ["platform", "board", "clock", "documents", "content", "software"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public");
  return { title: t("legal.title"), description: t("legal.lead") };
}

export default async function LegalNotesPage() {
  const t = await getTranslations("public");
  return (
    <ProsePage
      title={t("legal.title")}
      lead={t("legal.lead")}
      parts={PARTS.map((part) => ({
        id: part,
        title: t(keyIn("legal.parts", `${part}.title`)),
        text: t(keyIn("legal.parts", `${part}.text`)),
      }))}
    />
  );
}

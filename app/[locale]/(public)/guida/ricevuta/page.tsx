import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProsePage } from "@/components/public/prose-page";
import { Feedback } from "@/components/ui/feedback";
import { routes } from "@/lib/routes";

const PARTS = ["what", "take", "windows", "mac", "compare", "files", "code"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("verification");
  return { title: t("title"), description: t("lead") };
}

/** How anybody checks a receipt by themselves, without this site. */
export default async function ReceiptGuidePage() {
  const t = await getTranslations("verification");
  return (
    <>
      <ProsePage
        title={t("title")}
        lead={t("lead")}
        above={{ label: t("above"), href: routes.guide() }}
        parts={PARTS.map((part) => ({
          id: part,
          title: t(`parts.${part}.title`),
          text: t(`parts.${part}.text`),
        }))}
      />
      <Feedback page={routes.guideFor("ricevuta")} />
    </>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProsePage } from "@/components/public/prose-page";
import { Feedback } from "@/components/ui/feedback";
import { env } from "@/lib/env";
import { routes } from "@/lib/routes";

const PARTS = ["level", "checked", "limits", "report"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public");
  return { title: t("accessibility.title"), description: t("accessibility.lead") };
}

export default async function AccessibilityPage() {
  const t = await getTranslations("public");
  const { ACCESSIBILITY_STATEMENT_URL: statement, CONTACT_EMAIL: contact } = env();
  return (
    <>
      <ProsePage
        title={t("accessibility.title")}
        lead={t("accessibility.lead")}
        parts={PARTS.map((part) => ({
          id: part,
          title: t(`accessibility.parts.${part}.title`),
          text: t(`accessibility.parts.${part}.text`),
        }))}
      >
        <section id="contatti">
          <h2>{t("accessibility.contacts")}</h2>
          <p>
            <a href={`mailto:${contact}`}>{contact}</a>
          </p>
          {statement && (
            <p>
              <a href={statement}>{t("accessibility.statement")}</a>
            </p>
          )}
        </section>
      </ProsePage>
      <Feedback page={routes.accessibility()} />
    </>
  );
}

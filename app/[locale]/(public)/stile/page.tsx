import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SampleActions, SampleWords } from "@/components/stile/sample-actions";
import { SampleApplication } from "@/components/stile/sample-application";
import { SampleCalls } from "@/components/stile/sample-calls";
import { SampleForm } from "@/components/stile/sample-form";
import { SampleLists } from "@/components/stile/sample-lists";
import { SampleMessages } from "@/components/stile/sample-messages";
import { SampleProgress } from "@/components/stile/sample-progress";
import { SampleStaff } from "@/components/stile/sample-staff";
import { SampleThemes } from "@/components/stile/sample-themes";
import { Section } from "@/components/ui/panel";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("stile");
  return { title: t("title"), robots: { index: false } };
}

/** Every component in every state: what the browser tests run axe on. */
export default async function StylePage() {
  const t = await getTranslations("stile");
  return (
    <>
      <div className="container ct-pagehead">
        <h1>{t("title")}</h1>
        <p className="ct-lead">{t("lead")}</p>
      </div>
      <Section title={t("sections.words")} ground="paper">
        <SampleWords />
      </Section>
      <Section title={t("sections.actions")}>
        <SampleActions />
      </Section>
      <SampleCalls />
      <Section title={t("sections.progress")}>
        <SampleProgress />
      </Section>
      <Section title={t("sections.messages")} ground="paper">
        <SampleMessages />
      </Section>
      <Section title={t("sections.lists")}>
        <SampleLists />
      </Section>
      <Section title={t("sections.forms")} ground="tint">
        <div className="ct-grid2">
          <SampleForm filled />
          <SampleForm />
        </div>
      </Section>
      <SampleApplication />
      <SampleStaff />
      <Section title={t("sections.themes")}>
        <SampleThemes />
      </Section>
    </>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HowSteps, SixPhases } from "@/components/public/home-parts";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { Feedback } from "@/components/ui/feedback";
import { Panel } from "@/components/ui/panel";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public");
  return { title: t("how.title"), description: t("how.lead") };
}

export default async function HowItWorksPage() {
  const t = await getTranslations("public");
  return (
    <>
      <div className="container pb-5">
        <Breadcrumb
          items={[{ label: t("crumb"), href: routes.home() }, { label: t("how.title") }]}
        />
        <div className="ct-pagehead">
          <h1>{t("how.title")}</h1>
          <p className="ct-lead mb-0">{t("how.lead")}</p>
        </div>
        <h2 className="mb-4">{t("how.steps")}</h2>
        <HowSteps />
      </div>
      <SixPhases />
      <section className="ct-sec-l">
        <div className="container">
          <div className="ct-ways">
            <Panel title={t("how.applicants.title")}>
              <p>{t("how.applicants.text")}</p>
              <ButtonLink href={routes.guideFor("candidarsi")}>{t("how.applicants.go")}</ButtonLink>
            </Panel>
            <Panel title={t("how.rules.title")}>
              <p>{t("how.rules.text")}</p>
              <ButtonLink look="outline" href={routes.calls()}>
                {t("how.rules.go")}
              </ButtonLink>
            </Panel>
          </div>
        </div>
      </section>
      <Feedback page={routes.howItWorks()} />
    </>
  );
}

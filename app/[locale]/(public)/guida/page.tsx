import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { Feedback } from "@/components/ui/feedback";
import { Panel } from "@/components/ui/panel";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public");
  return { title: t("guide.title"), description: t("guide.lead") };
}

export default async function GuidePage() {
  const t = await getTranslations("public");
  return (
    <>
      <div className="container pb-5">
        <Breadcrumb
          items={[{ label: t("crumb"), href: routes.home() }, { label: t("guide.title") }]}
        />
        <div className="ct-pagehead">
          <h1>{t("guide.title")}</h1>
          <p className="ct-lead mb-0">{t("guide.lead")}</p>
        </div>
        <div className="ct-ways">
          <Panel title={t("guide.applicants.title")}>
            <p>{t("guide.applicants.text")}</p>
            <ButtonLink href={routes.guideFor("candidarsi")}>{t("guide.applicants.go")}</ButtonLink>
          </Panel>
          <Panel title={t("guide.receipt.title")}>
            <p>{t("guide.receipt.text")}</p>
            <ButtonLink look="outline" href={routes.guideFor("ricevuta")}>
              {t("guide.receipt.go")}
            </ButtonLink>
          </Panel>
          <Panel title={t("guide.staff.title")}>
            <p>{t("guide.staff.text")}</p>
            <ButtonLink look="outline" href={routes.guideFor("personale")}>
              {t("guide.staff.go")}
            </ButtonLink>
          </Panel>
        </div>
      </div>
      <Feedback page={routes.guide()} />
    </>
  );
}

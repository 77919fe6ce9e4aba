import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { signedIn } from "@/lib/auth/signed-in";
import { routes } from "@/lib/routes";
import { pageLocale } from "../../candidature/[id]/frame-props";
import { AreaMenu } from "../area-menu";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ownData"))("title"), robots: { index: false } };
}

/** What is kept about oneself, to take away. */
export default async function OwnDataPage() {
  const ctx = await signedIn(routes.ownData());
  const [t, mine, locale] = await Promise.all([
    getTranslations("ownData"),
    getTranslations("applications"),
    pageLocale(),
  ]);
  return (
    <>
      <AreaMenu ctx={ctx} />
      <div className="container pb-5">
        <Breadcrumb
          items={[{ label: mine("mine.home"), href: routes.home() }, { label: t("title") }]}
        />
        <div className="pt-4">
          <h1>{t("title")}</h1>
          <p className="ct-lead">{t("lead")}</p>
        </div>
        <Panel title={t("copy.title")} className="p-4 my-4 ct-measure">
          <p>{t("copy.text")}</p>
          <p>{t("copy.proof")}</p>
          <p>
            <Link href={routes.guideFor("ricevuta")}>{t("copy.how")}</Link>
          </p>
          <form method="post" action={routes.exportOwnData()}>
            <input type="hidden" name="locale" value={locale} />
            <Button icon="download">{t("copy.do")}</Button>
          </form>
          <p className="ct-small ct-muted mt-3 mb-0">{t("copy.limit")}</p>
        </Panel>
      </div>
    </>
  );
}

import { getTranslations } from "next-intl/server";
import { ApplicationCard } from "@/components/applicant/application-card";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { MoreLink } from "@/components/ui/more-link";
import { myApplications } from "@/lib/applications/queries/my-applications";
import { signedIn } from "@/lib/auth/signed-in";
import { routes } from "@/lib/routes";
import { pageLocale } from "../../candidature/[id]/frame-props";
import { AreaMenu } from "../area-menu";

export async function generateMetadata() {
  return { title: (await getTranslations("applications"))("mine.title") };
}

export default async function MyApplicationsPage() {
  const ctx = await signedIn(routes.myApplications());
  const [mine, locale, t, words] = await Promise.all([
    myApplications(ctx),
    pageLocale(),
    getTranslations("applications"),
    getTranslations("thread"),
  ]);
  const groups = (["todo", "running", "over"] as const).filter((group) => mine[group].length > 0);
  return (
    <>
      <AreaMenu ctx={ctx} unread={mine.unread} />
      <div className="container">
        <Breadcrumb
          items={[{ label: t("mine.home"), href: routes.home() }, { label: t("mine.title") }]}
        />
        <div className="pt-4">
          <h1>{t("mine.title")}</h1>
          <p className="ct-lead mb-3">
            {t("mine.hello", { name: mine.name, count: mine.todo.length })}
            {mine.unread > 0 && ` ${words("unreadAll", { count: mine.unread })}`}
          </p>
        </div>
        <div className="pb-5">
          {groups.length === 0 && (
            <EmptyState title={t("mine.none")} text={t("mine.noneText")}>
              <ButtonLink href={routes.calls()}>{t("mine.find")}</ButtonLink>
            </EmptyState>
          )}
          {groups.map((group) => (
            <section key={group} className="mb-4" aria-labelledby={group}>
              <h2 className="ct-group" id={group}>
                {t(`mine.${group}`)} <span>({mine[group].length})</span>
              </h2>
              <ul className="ct-rows">
                {mine[group].map((application) => (
                  <li key={application.id}>
                    <ApplicationCard application={application} locale={locale} group={group} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
          {groups.length > 0 && (
            <p className="mt-4">
              <MoreLink href={routes.calls()}>{t("mine.find")}</MoreLink>
            </p>
          )}
        </div>
      </div>
    </>
  );
}

import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/pill";
import { signedIn } from "@/lib/auth/signed-in";
import { ownOrganisations } from "@/lib/people/queries/organisations";
import { routes } from "@/lib/routes";
import { AreaMenu } from "../area-menu";

export async function generateMetadata() {
  return { title: (await getTranslations("organisations"))("title") };
}

/** The organisations that one works for. */
export default async function OrganisationsPage() {
  const ctx = await signedIn(routes.organisations());
  const [organisations, t] = await Promise.all([
    ownOrganisations(ctx),
    getTranslations("organisations"),
  ]);
  return (
    <>
      <AreaMenu ctx={ctx} />
      <div className="container pb-5">
        <Breadcrumb items={[{ label: t("home"), href: routes.home() }, { label: t("title") }]} />
        <h1 className="pt-4">{t("title")}</h1>
        <p className="ct-lead">{t("lead")}</p>
        {organisations.length === 0 && <EmptyState title={t("none")} text={t("noneText")} />}
        <ul className="ct-rows">
          {organisations.map(({ id, name, role, people }) => (
            <li key={id}>
              <article className="ct-app">
                <div>
                  <Tag>{t(`role.${role}`)}</Tag>
                  <h2 className="ct-h3">
                    <Link href={routes.organisation(id)}>{name}</Link>
                  </h2>
                  <p className="ct-muted">{t("count", { count: people })}</p>
                </div>
              </article>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

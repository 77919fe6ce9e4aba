import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { routes } from "@/lib/routes";
import { Brand } from "./brand";

/** The legal links are asked by the national guidelines and stand on every public page. */
export function PublicFooter({ programme }: { programme: string }) {
  const t = useTranslations("common");
  return (
    <footer className="ct-footer ct-dark" id="fondo">
      <div className="container">
        <h2 className="visually-hidden">{t("footer.label")}</h2>
        <div className="ct-footgrid">
          <div>
            <Brand name={programme} />
            <p>{t("footer.about")}</p>
            <p className="mb-0">{t("footer.free")}</p>
          </div>
          <FooterList
            title={t("footer.participate")}
            links={[
              [routes.calls(), t("nav.calls")],
              [routes.zones(), t("nav.zones")],
              [routes.verify(), t("nav.verify")],
            ]}
          />
          <FooterList
            title={t("footer.help")}
            links={[
              [routes.howItWorks(), t("nav.how")],
              [routes.guideFor("candidarsi"), t("footer.guideApply")],
            ]}
          />
          <FooterList
            title={t("footer.accessibility")}
            links={[[routes.accessibility(), t("footer.statement")]]}
          />
        </div>
        <div className="ct-legal">
          <Link href={routes.privacy()}>{t("footer.privacy")}</Link>
          <Link href={routes.legalNotes()}>{t("footer.legal")}</Link>
        </div>
      </div>
    </footer>
  );
}

function FooterList({ title, links }: { title: string; links: [href: string, label: string][] }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul className="list-unstyled">
        {links.map(([href, label]) => (
          <li key={href}>
            <Link href={href}>{label}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

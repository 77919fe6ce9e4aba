import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, Suspense } from "react";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { routes } from "@/lib/routes";
import { Brand } from "./brand";
import { LanguageSwitch } from "./language-switch";
import { NavLink } from "./nav-link";
import { PublicFooter } from "./public-footer";
import { SkipLinks } from "./skip-links";

type Props = {
  /** Name of the programme (a setting of the installation). */
  programme: string;
  /** Where a signed-in person goes; otherwise the button leads to the sign-in page. */
  account?: { label: string; href: string };
  children: ReactNode;
};

/** Header, navigation, main and footer of every public page and of the personal area. */
export function PublicShell({ programme, account, children }: Props) {
  return (
    <>
      <SkipLinks footer />
      <header className="it-header-wrapper">
        <SlimHeader {...(account && { account })} />
        <CentreHeader programme={programme} />
      </header>
      <main id="contenuto" tabIndex={-1}>
        {children}
      </main>
      <PublicFooter programme={programme} />
    </>
  );
}

function SlimHeader({ account }: Pick<Props, "account">) {
  const t = useTranslations("common");
  return (
    <div className="it-header-slim-wrapper ct-slim ct-dark">
      <div className="container">
        <p className="ct-region">
          {t("region.name")}
          <span className="d-none d-md-inline"> · {t("region.service")}</span>
        </p>
        <div className="ct-slim-right">
          <Suspense>
            <LanguageSwitch current={useLocale()} label={t("language.label")} />
          </Suspense>
          <Link className="ct-login" href={account?.href ?? routes.signIn()}>
            <Icon name="user" />
            <span>{account?.label ?? t("signIn")}</span>
          </Link>
        </div>
      </div>
    </div>
  );
}

function CentreHeader({ programme }: { programme: string }) {
  const t = useTranslations("common");
  return (
    <div className="it-header-center-wrapper ct-center">
      <div className="container">
        <Brand name={programme} tagline={t("tagline")} />
        <nav className="ct-nav" aria-label={t("nav.label")}>
          <NavItems />
        </nav>
        <details className="ct-menu">
          <summary>
            <Icon name="burger" />
            {t("nav.menu")}
          </summary>
          <nav aria-label={t("nav.label")}>
            <NavItems />
          </nav>
        </details>
      </div>
    </div>
  );
}

function NavItems() {
  const t = useTranslations("common");
  return (
    <ul>
      <li>
        <NavLink href={routes.calls()}>{t("nav.calls")}</NavLink>
      </li>
      <li>
        <NavLink href={routes.zones()}>{t("nav.zones")}</NavLink>
      </li>
      <li>
        <NavLink href={routes.howItWorks()}>{t("nav.how")}</NavLink>
      </li>
      <li>
        <NavLink href={routes.verify()}>{t("nav.verify")}</NavLink>
      </li>
    </ul>
  );
}

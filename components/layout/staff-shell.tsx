import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { getPathname } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { NavLink } from "./nav-link";
import { SkipLinks } from "./skip-links";

export type StaffMenuItem = { label: string; href: string; count?: number };

export type StaffTopProps = {
  /** Name of the body one works for now. */
  body: string;
  /** Other bodies: forms or links that change it. Without any there is no menu. */
  bodySwitch?: ReactNode;
  /** Where the search goes by GET as `q`. */
  search?: string;
  /** The server's clock in words: "mar 24 novembre 2026, 9:12" */
  clock: string;
  user: { name: string; initials: string };
  /** Settings, language, sign out: items of the personal menu (`<li>`). */
  userMenu: ReactNode;
};

/** The dark bar above every staff page. */
export function StaffTop({ body, bodySwitch, search, clock, user, userMenu }: StaffTopProps) {
  const t = useTranslations("common");
  return (
    <header className="st-top ct-dark">
      <Link className="brand" href={routes.staffHome()}>
        Cantieri
      </Link>
      {bodySwitch ? (
        <details className="st-pop body-switch">
          <summary>
            <span className="visually-hidden">{t("staff.body")}</span> {body}
            <span className="visually-hidden">. {t("staff.changeBody")}</span>
            <Icon name="down" size="xs" />
          </summary>
          <ul>{bodySwitch}</ul>
        </details>
      ) : (
        <span className="body-switch">
          <span className="visually-hidden">{t("staff.body")}</span> {body}
        </span>
      )}
      {search && <Search action={search} />}
      <span className="clock">
        <span className="visually-hidden">{t("staff.clock")}</span> {clock}
      </span>
      <details className="st-pop st-pop-end user">
        <summary>
          <svg className="st-avatar" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
            <text x="14" y="18">
              {user.initials}
            </text>
          </svg>
          {user.name}
          <span className="visually-hidden">: {t("staff.userMenu")}</span>
        </summary>
        <ul>{userMenu}</ul>
      </details>
    </header>
  );
}

function Search({ action }: { action: string }) {
  const t = useTranslations("common");
  const locale = useLocale();
  return (
    <search className="search">
      <form action={getPathname({ href: action, locale })} method="get">
        <Icon name="search" />
        <label className="visually-hidden" htmlFor="staff-search">
          {t("staff.search")}
        </label>
        <input
          id="staff-search"
          name="q"
          type="search"
          placeholder={t("staff.searchPlaceholder")}
        />
        <kbd>/</kbd>
      </form>
    </search>
  );
}

type ListProps = {
  top: StaffTopProps;
  menu: StaffMenuItem[];
  /** The calls one works on: name and where they stand. */
  calls?: { label: string; sub: string; href: string }[];
  /** Keys and help, under a line (`<li>`). */
  foot?: ReactNode;
  children: ReactNode;
};

/** The list frame: menu of 208 px and content. */
export function StaffListFrame({ top, menu, calls = [], foot, children }: ListProps) {
  const t = useTranslations("common");
  return (
    <div className="ct-staff">
      <SkipLinks />
      <StaffTop {...top} />
      <div className="st-shell">
        <nav className="st-nav" aria-label={t("staff.menu")}>
          <ul>
            {menu.map(({ label, href, count }) => (
              <li key={href}>
                <NavLink href={href}>
                  {label}
                  {count !== undefined && <span className="count">{count}</span>}
                </NavLink>
              </li>
            ))}
          </ul>
          {calls.length > 0 && (
            <>
              <p className="label">{t("staff.yourCalls")}</p>
              <ul aria-label={t("staff.yourCalls")}>
                {calls.map(({ label, sub, href }) => (
                  <li key={href}>
                    <NavLink href={href}>
                      <span>
                        {label}
                        <span className="sub">{sub}</span>
                      </span>
                    </NavLink>
                  </li>
                ))}
              </ul>
            </>
          )}
          {foot && <ul className="foot">{foot}</ul>}
        </nav>
        <main className="st-main" id="contenuto" tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  );
}

type WorkProps = {
  top: StaffTopProps;
  back: { href: string; label: string };
  title: ReactNode;
  /** SaveState, a pill. */
  state?: ReactNode;
  /** Buttons at the right; one of them primary. */
  actions?: ReactNode;
  /** One of the column grids: ed (248 + fluid + 352), rv (328 + fluid + 400), rv-two (fluid + 400: nothing attached), gate-wrap, fb. */
  columns?: "ed" | "rv" | "rv rv-two" | "gate-wrap" | "fb";
  children: ReactNode;
};

/** The work frame: no menu, a bar with the way back, the title, the state and the actions. */
export function StaffWorkFrame({ top, back, title, state, actions, columns, children }: WorkProps) {
  return (
    <div className="ct-staff">
      <SkipLinks />
      <StaffTop {...top} />
      <main id="contenuto" tabIndex={-1}>
        <div className="st-focusbar">
          <Link className="back" href={back.href}>
            <Icon name="back-s" />
            {back.label}
          </Link>
          <h1 className="grow">{title}</h1>
          {state}
          {actions}
        </div>
        <div className={columns}>{children}</div>
      </main>
    </div>
  );
}

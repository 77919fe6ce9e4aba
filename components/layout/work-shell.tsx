import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Brand } from "./brand";
import { NavLink } from "./nav-link";
import { SkipLinks } from "./skip-links";

type Props = {
  programme: string;
  /** Where one goes on leaving; the draft is kept. */
  exit: string;
  /** DraftBanner, above everything else. */
  banner?: ReactNode;
  /** BottomBar. */
  bottom?: ReactNode;
  children: ReactNode;
};

/** Where somebody fills in an application: no navigation, one way out that keeps the draft. */
export function WorkShell({ programme, exit, banner, bottom, children }: Props) {
  const t = useTranslations("common");
  return (
    <>
      <SkipLinks />
      <header className="it-header-wrapper">
        <div className="ct-appbar">
          <div className="container">
            <Brand name={programme} />
            <Link className="ct-more" href={exit}>
              <span className="d-none d-md-inline">{t("work.exit")}</span>
              <span className="d-md-none">{t("work.exitShort")}</span>
            </Link>
          </div>
        </div>
      </header>
      <main id="contenuto" tabIndex={-1}>
        {banner}
        <div className="container ct-workbody">{children}</div>
        {bottom}
      </main>
    </>
  );
}

export type AreaItem = {
  label: string;
  href: string;
  /** Messages that wait there, and how that is said to who does not see the number. */
  unread?: { count: number; words: string };
};

/** The parts of the personal area, under the header of PublicShell. */
export function AreaNav({ items }: { items: AreaItem[] }) {
  const t = useTranslations("common");
  return (
    <nav className="ct-areanav" aria-label={t("area.label")}>
      <div className="container">
        <ul>
          {items.map(({ label, href, unread }) => (
            <li key={href}>
              <NavLink href={href}>
                {label}
                {unread && unread.count > 0 && (
                  <span className="ct-count">
                    <Icon name="mail" />
                    <span aria-hidden="true">{unread.count}</span>
                    <span className="visually-hidden">, {unread.words}</span>
                  </span>
                )}
              </NavLink>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}

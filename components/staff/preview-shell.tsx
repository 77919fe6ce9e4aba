import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Brand } from "@/components/layout/brand";
import { NavLink } from "@/components/layout/nav-link";
import { SkipLinks } from "@/components/layout/skip-links";
import { Link } from "@/components/ui/link";
import { DraftBanner } from "@/components/ui/save-state";
import { routes } from "@/lib/routes";

type Props = { callId: string; programme: string; children: ReactNode };

/** Around what the public and applicants will see of a draft: the way back, and both views. */
export function PreviewShell({ callId, programme, children }: Props) {
  const t = useTranslations("editor");
  return (
    <>
      <SkipLinks />
      <header className="it-header-wrapper">
        <div className="ct-appbar">
          <div className="container">
            <Brand name={programme} />
            <Link className="ct-more" href={routes.staffCallEdit(callId)}>
              {t("preview.back")}
            </Link>
          </div>
        </div>
      </header>
      <nav className="ct-areanav" aria-label={t("preview.views")}>
        <div className="container">
          <ul>
            <li>
              <NavLink href={routes.staffCallPreview(callId)} exact>
                {t("preview.asPublic")}
              </NavLink>
            </li>
            <li>
              <NavLink href={routes.staffCallTrial(callId)} exact>
                {t("preview.asApplicant")}
              </NavLink>
            </li>
          </ul>
        </div>
      </nav>
      <main id="contenuto" tabIndex={-1}>
        <DraftBanner strong={t("preview.strong")}>{t("preview.text")}</DraftBanner>
        {children}
      </main>
    </>
  );
}

import { useTranslations } from "next-intl";
import { Link } from "./link";

export type Crumb = { label: string; href?: string };

/** The way back up; the last one is the page itself and has no `href`. */
export function Breadcrumb({ items }: { items: Crumb[] }) {
  const t = useTranslations("common");
  return (
    <nav className="ct-crumbs" aria-label={t("breadcrumb")}>
      <ol className="breadcrumb">
        {items.map(({ label, href }) =>
          href ? (
            <li key={label} className="breadcrumb-item">
              <Link href={href}>{label}</Link>
              <span className="separator" aria-hidden="true">
                /
              </span>
            </li>
          ) : (
            <li key={label} className="breadcrumb-item active" aria-current="page">
              {label}
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}

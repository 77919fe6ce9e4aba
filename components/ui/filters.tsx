import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { getPathname } from "@/lib/i18n/navigation";
import { Button } from "./button";
import { Icon } from "./icon";
import { Link } from "./link";

type PanelProps = {
  /** "Filtra gli avvisi" */
  title: string;
  /** Address of the list itself, without a language: the form goes by GET and works without scripts. */
  action: string;
  submit: string;
  children: ReactNode;
};

/** Filters beside a list: always open on wide screens, closed under their title on narrow ones. */
export function FilterPanel({ title, action, submit, children }: PanelProps) {
  const locale = useLocale();
  return (
    <details className="ct-filters">
      <summary className="ct-fsum">
        <span>{title}</span>
        <Icon name="funnel" />
      </summary>
      <div className="ct-fbody">
        <form action={getPathname({ href: action, locale })} method="get" aria-label={title}>
          {children}
          <Button className="w-100 mt-4">{submit}</Button>
        </form>
      </div>
    </details>
  );
}

export type FilterOption = { value: string; label: string; count?: number; checked?: boolean };

/** A group of boxes to tick, each with how many it would show. */
export function FilterGroup(props: { legend: string; name: string; options: FilterOption[] }) {
  const { legend, name, options } = props;
  return (
    <fieldset>
      <legend>{legend}</legend>
      {options.map(({ value, label, count, checked }) => (
        <label className="ct-check" key={value}>
          <input type="checkbox" name={name} value={value} defaultChecked={checked} />
          <span>
            {label} {count !== undefined && <span className="n">({count})</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export type Chip = { label: string /** the list without this filter */; href: string };

/** The filters at work; each can be taken away by itself. */
export function FilterChips({ chips, clear }: { chips: Chip[]; clear: string }) {
  const t = useTranslations("common");
  if (chips.length === 0) return null;
  return (
    <ul className="ct-tags ct-chips" aria-label={t("filters.active")}>
      {chips.map(({ label, href }) => (
        <li key={label}>
          <Link className="ct-chip" href={href}>
            {label}
            <Icon name="close" size="xs" />
            <span className="visually-hidden">{t("filters.remove")}</span>
          </Link>
        </li>
      ))}
      <li>
        <Link className="ct-more" href={clear}>
          {t("filters.clear")}
        </Link>
      </li>
    </ul>
  );
}

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "./button";

type Props = {
  /** "1-50 di 214", or "50 domande" where the whole is not counted. */
  range: ReactNode;
  /** Keyset addresses: they carry the last row seen, not a page number. */
  previous?: string | undefined;
  next?: string | undefined;
  label: string;
};

/** Under a long list: how much is shown, and the way on. */
export function Pagination({ range, previous, next, label }: Props) {
  const t = useTranslations("common");
  return (
    <nav className="st-listfoot" aria-label={label}>
      <span>{range}</span>
      {previous && (
        <ButtonLink href={previous} look="outline" small icon="arrow-left" rel="prev">
          {t("pagination.previous")}
        </ButtonLink>
      )}
      {next && (
        <ButtonLink href={next} look="outline" small iconEnd="arrow-right" rel="next">
          {t("pagination.next")}
        </ButtonLink>
      )}
    </nav>
  );
}

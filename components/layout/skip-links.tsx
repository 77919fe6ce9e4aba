import { useTranslations } from "next-intl";

/** The first thing in the page; shown when it takes the focus. */
export function SkipLinks({ footer }: { footer?: boolean }) {
  const t = useTranslations("common");
  return (
    <div className="skiplinks">
      <a href="#contenuto">{t("skip.content")}</a>
      {footer && <a href="#fondo">{t("skip.footer")}</a>}
    </div>
  );
}

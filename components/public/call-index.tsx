import { useTranslations } from "next-intl";

const PARTS = [
  ["destinatari", "audience"],
  ["come-fare", "howTo"],
  ["cosa-serve", "needed"],
  ["cosa-si-ottiene", "obtained"],
  ["tempi", "times"],
  ["accedi", "access"],
  ["condizioni", "conditions"],
  ["contatti", "contacts"],
] as const;

/** The sections of the page, beside them on wide screens. */
export function CallIndex({ acts }: { acts: number }) {
  const t = useTranslations("calls");
  return (
    <nav className="ct-side-sticky d-none d-lg-block" aria-label={t("page.index")}>
      <ul className="ct-index">
        {PARTS.map(([id, part]) => (
          <li key={id}>
            <a href={`#${id}`}>{t(`sheet.${part}`)}</a>
          </li>
        ))}
        <li className="ct-sub">
          <a href="#atti">{t("page.actsCount", { count: acts })}</a>
        </li>
        <li>
          <a href="#procedimento">{t("procedure.title")}</a>
        </li>
      </ul>
    </nav>
  );
}

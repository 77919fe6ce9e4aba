import { useTranslations } from "next-intl";

const PARTS = [
  ["v", "coming"],
  ["v2", "delegates"],
  ["vw", "absent"],
] as const;

/** What the parts of the bars on the cards mean. */
export function MeetingLegend() {
  const t = useTranslations("workshops");
  return (
    <p className="st-legend mt-s" aria-hidden="true">
      {PARTS.map(([tone, key]) => (
        <span key={key}>
          <svg viewBox="0 0 14 14" focusable="false" aria-hidden="true">
            <rect className={tone} x="1" y="1" width="12" height="12" rx="2" />
          </svg>
          {t(`legend.${key}`)}
        </span>
      ))}
    </p>
  );
}

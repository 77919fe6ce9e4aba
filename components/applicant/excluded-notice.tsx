import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";

/** Why these answers end the application: said before more is filled in, in the words of the call. */
export function ExcludedNotice({ reasons }: { reasons: readonly string[] }) {
  const t = useTranslations("applications");
  return (
    <div role="status">
      {reasons.length > 0 && (
        <Callout tone="cotto">
          <strong>{t("excluded.title")}</strong>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
          <p className="mb-0">{t("excluded.text")}</p>
        </Callout>
      )}
    </div>
  );
}

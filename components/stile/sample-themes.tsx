import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Mark } from "@/components/ui/mark";
import { StateLabel } from "@/components/ui/state-label";

const THEMES = ["standard", "blu", "viola", "ardesia"] as const;

export function SampleThemes() {
  const t = useTranslations("stile");
  return (
    <ul className="ct-two">
      {THEMES.map((theme) => (
        <li key={theme} className={`ct-theme-${theme}`}>
          <div className="ct-panel ct-panel-tint">
            <h3 className="ct-brand">
              <Mark /> {t(`theme.${theme}`)}
            </h3>
            <div className="ct-actions">
              <Button type="button">{t("act.primary")}</Button>
              <StateLabel kind="open">{t("states.open")}</StateLabel>
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}

import { useLocale, useTranslations } from "next-intl";
import { Select } from "@/components/forms/select";
import { Button } from "@/components/ui/button";
import { FilterGroup } from "@/components/ui/filters";
import { Panel } from "@/components/ui/panel";
import { getPathname } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import type { AdministeredZone } from "@/lib/territory/queries/administered-territory";
import { MOST_NEW_ZONES } from "@/lib/territory/schema";

type Props = {
  zones: AdministeredZone[];
  /** Whether the form was sent without a choice. */
  missing: boolean;
};

/** Which zones end, by health authority, and how many begin. */
export function ReorganiseChooser({ zones, missing }: Props) {
  const t = useTranslations("territory");
  const locale = useLocale();
  const authorities = [...new Set(zones.map(({ authority }) => authority))];
  return (
    <form
      action={getPathname({ href: routes.staffReorganise(), locale })}
      method="get"
      aria-label={t("reorganise")}
    >
      {missing && (
        <p role="alert" className="ct-err">
          {t("choose.nothing")}
        </p>
      )}
      <Panel title={t("choose.ending")} className="mt-m">
        <div className="st-cols c-3">
          {authorities.map((authority) => (
            <FilterGroup
              key={authority}
              legend={authority}
              name="zona"
              options={zones
                .filter((zone) => zone.authority === authority)
                .map(({ id, name }) => ({ value: id, label: name }))}
            />
          ))}
        </div>
      </Panel>
      <Panel className="mt-m">
        <Select
          name="nuove"
          label={t("choose.count")}
          hint={t("choose.none")}
          width="s"
          defaultValue="1"
          options={Array.from({ length: MOST_NEW_ZONES + 1 }, (_, count) => ({
            value: String(count),
            label: t("choose.counts", { count }),
          }))}
        />
      </Panel>
      <Button className="mt-4">{t("choose.go")}</Button>
    </form>
  );
}

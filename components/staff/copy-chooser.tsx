import { useLocale, useTranslations } from "next-intl";
import { TextInput } from "@/components/forms/text-input";
import { Button } from "@/components/ui/button";
import { FilterGroup } from "@/components/ui/filters";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import type { CommonDays } from "@/lib/calls/core/local-copy";
import type { CopySource } from "@/lib/calls/queries/copy-source";
import { getPathname } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

type Props = {
  source: CopySource;
  /** Whether the form was sent without a choice. */
  missing: boolean;
  days: CommonDays;
};

/** The words of the address for the days that all copies start with. */
const DAYS = [
  { name: "dal", field: "opensOn", type: "date" },
  { name: "al", field: "closesOn", type: "date" },
  { name: "ore", field: "closesAtTime", type: "time" },
] as const;

/** Which bodies get a copy, by health authority, and the days that all of them start with. */
export function CopyChooser({ source, missing, days }: Props) {
  const t = useTranslations("copies");
  const locale = useLocale();
  const authorities = [...new Set(source.targets.map(({ authority }) => authority))];
  return (
    <form
      action={getPathname({ href: routes.staffCopyCall(source.id), locale })}
      method="get"
      aria-label={t("chooseTitle")}
    >
      <input type="hidden" name="scelta" value="si" />
      <Panel title={t("bodies")} className="mt-m">
        {missing && (
          <p role="alert" className="ct-err">
            {t("none")}
          </p>
        )}
        {source.targets.length > 1 && (
          <p className="mb-3">
            <Link href={routes.staffCopyCall(source.id, ...source.targets.map(({ id }) => id))}>
              {t("all", { count: source.targets.length })}
            </Link>
          </p>
        )}
        <div className="st-cols c-3">
          {authorities.map((authority) => (
            <FilterGroup
              key={authority ?? ""}
              legend={authority ?? t("others")}
              name="ente"
              options={source.targets
                .filter((target) => target.authority === authority)
                .map(({ id, label }) => ({ value: id, label }))}
            />
          ))}
        </div>
      </Panel>
      <Panel title={t("days")} className="mt-m">
        <p className="soft mb-3">{t("daysHint")}</p>
        <div className="row-flex row-top">
          {DAYS.map(({ name, field, type }) => (
            <TextInput
              key={name}
              name={name}
              type={type}
              label={t(`fields.${field}`)}
              hint={field === "closesAtTime" ? t("endOfDay") : undefined}
              defaultValue={days[field]}
              width={type === "time" ? "s" : "m"}
              optional
            />
          ))}
        </div>
      </Panel>
      <Button className="mt-4">{t("go")}</Button>
    </form>
  );
}

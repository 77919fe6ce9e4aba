import { useLocale, useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { MoreLink } from "@/components/ui/more-link";
import { Panel } from "@/components/ui/panel";
import { type Regime, RULE_NAMES } from "@/lib/calls/core/regimes";
import type { BodyRegimes, RegimeVersion } from "@/lib/calls/queries/regimes-page";
import { staffMoment } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";
import type { FormAction } from "./action-form";
import { RegimeForm } from "./regime-form";
import { useRuleWords } from "./rule-words";

type Props = { body: BodyRegimes; regime: Regime; versions: RegimeVersion[]; adjust: FormAction };

/** One regime of a body: how it is now, the form that adjusts it, and every version before. */
export function RegimePanel({ body, regime, versions, adjust }: Props) {
  const t = useTranslations("regimes");
  const [current] = versions;
  if (!current) return null;
  return (
    <div className="st-cols c-2-1 mt-m">
      <Panel title={t("adjust")}>
        {body.mayAdjust ? (
          <>
            <p className="soft mb-3">{t("adjustText")}</p>
            <RegimeForm bodyId={body.id} regime={regime} current={current} adjust={adjust} />
          </>
        ) : (
          <>
            <p className="soft mb-3">{t("notYours")}</p>
            <Rules version={current} />
          </>
        )}
      </Panel>
      <div className="stack">
        <Panel title={t("history")}>
          {versions.map((version) => (
            <details key={version.version} className="alt mt-s">
              <summary>{t("version", { version: version.version })}</summary>
              <Origin version={version} />
              <Rules version={version} />
            </details>
          ))}
        </Panel>
        <MoreLink href={routes.staffRegimes()}>{t("all")}</MoreLink>
      </div>
    </div>
  );
}

function Origin({ version }: { version: RegimeVersion }) {
  const t = useTranslations("regimes");
  const locale = useLocale();
  if (version.at === null) return <p className="small soft">{t("standard")}</p>;
  return (
    <>
      <p className="small soft">
        {t("origin", { moment: staffMoment(version.at, locale), name: version.by })}
      </p>
      <p>{version.reason}</p>
    </>
  );
}

function Rules({ version }: { version: RegimeVersion }) {
  const t = useTranslations("regimes");
  const words = useRuleWords();
  return (
    <DescriptionList
      narrow
      items={RULE_NAMES.map((rule) => ({
        term: t(`rules.${rule}`),
        value: words(rule, version.rules),
      }))}
    />
  );
}

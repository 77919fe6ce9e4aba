import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { RULE_NAMES } from "@/lib/calls/core/regimes";
import type { BodyRegimes } from "@/lib/calls/queries/regimes-page";
import { routes } from "@/lib/routes";
import { useRuleWords } from "./rule-words";

/** All regimes of a body side by side: what each of them switches. */
export function RegimeTable({ body }: { body: BodyRegimes }) {
  const t = useTranslations("regimes");
  const staff = useTranslations("staff");
  const words = useRuleWords();
  return (
    <DataTable
      caption={body.name}
      columns={[
        { key: "rule", header: t("rule"), cell: (rule) => t(`rules.${rule}`) },
        ...body.regimes.map(({ regime, versions }) => ({
          key: regime,
          header: (
            <>
              <Link href={routes.staffRegime(body.id, regime)}>{staff(`regimes.${regime}`)}</Link>
              <span className="d-block small soft">
                {t("version", { version: versions[0]?.version ?? 0 })}
              </span>
            </>
          ),
          cell: (rule: (typeof RULE_NAMES)[number]) =>
            versions[0] && words(rule, versions[0].rules),
        })),
      ]}
      rows={[...RULE_NAMES]}
      rowKey={(rule) => rule}
    />
  );
}

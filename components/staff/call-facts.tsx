import { useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { deadlineSentence } from "@/lib/calls/core/deadline";
import { dateAndHour, type Locale } from "@/lib/kernel/rome-words";
import type { StaffCall } from "@/lib/review/queries/staff-calls";
import { routes } from "@/lib/routes";

/** Term, regime and dates of a call. */
export function CallFacts({ call, locale }: { call: StaffCall; locale: Locale }) {
  const t = useTranslations("staff");
  const { opensAt, outcomeAt } = call;
  return (
    <Panel title={t("callPage.facts")}>
      <DescriptionList
        items={[
          { term: t("facts.deadline"), value: deadlineSentence(call.deadline, locale) },
          {
            term: t("facts.regime"),
            value: (
              <Link href={routes.staffRegime(call.bodyId, call.regime)}>
                {t("facts.regimeVersion", {
                  regime: t(`regimes.${call.regime}`),
                  version: call.regimeVersion ?? 0,
                })}
              </Link>
            ),
          },
          { term: t("facts.body"), value: call.body },
          ...(call.status === "scheduled" && call.publishedAt
            ? [{ term: t("facts.publishes"), value: dateAndHour(call.publishedAt, locale) }]
            : []),
          ...(call.overrideReason
            ? [{ term: t("facts.override"), value: call.overrideReason }]
            : []),
          ...(opensAt ? [{ term: t("facts.opens"), value: dateAndHour(opensAt, locale) }] : []),
          ...(outcomeAt
            ? [
                {
                  term: t("facts.outcome"),
                  value: (
                    <Link href={routes.callOutcome(call.slug)}>
                      {dateAndHour(outcomeAt, locale)}
                    </Link>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}

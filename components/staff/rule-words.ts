import { useTranslations } from "next-intl";
import type { RegimeRules, RuleName } from "@/lib/calls/core/regimes";

/** What a rule of a regime says, in words. */
export function useRuleWords(): (rule: RuleName, rules: RegimeRules) => string {
  const t = useTranslations("regimes");
  const yesNo = (value: boolean) => t(value ? "yes" : "no");
  return (rule, rules) => {
    switch (rule) {
      case "applicants":
        return rules.applicants.map((kind) => t(`applicant.${kind}`)).join(", ");
      case "runtsRequired":
        return rules.runtsRequired ? t("months", { months: rules.runtsMonths }) : t("no");
      case "minimumDays":
        return t(rules.minimumDays.blocking ? "daysBlocking" : "daysWarning", {
          days: rules.minimumDays.days,
        });
      case "comparative":
        return t(rules.comparative ? "compared" : "open");
      case "peremptory":
        return t(rules.rolling ? "noEnd" : rules.peremptory ? "strict" : "lenient");
      case "channels":
        return rules.channels.map((channel) => t(`channel.${channel}`)).join(", ");
      case "minimumAge":
        return rules.minimumAge === null ? t("noAge") : t("age", { age: rules.minimumAge });
      case "guardian":
        return yesNo(rules.guardian);
      case "notice":
        return yesNo(rules.notice);
      case "published":
        return t(`publishedAs.${rules.published}`);
      case "funding":
        return yesNo(rules.funding);
    }
  };
}

import { useLocale, useTranslations } from "next-intl";
import type { Target } from "@/lib/calls/core/condition-targets";
import type { Comparison, Condition } from "@/lib/calls/core/form-conditions";
import { isLocalDate } from "@/lib/kernel/local-date";
import { dateWords } from "@/lib/kernel/rome-words";
import { useOptions } from "./condition-editor";

type Props = { condition: Condition; targets: readonly Target[] };

/** The whole condition as one sentence, so that its author hears what it says. */
export function ConditionWords({ condition, targets }: Props) {
  const t = useTranslations("builder");
  if (!("rules" in condition)) return <RuleWords rule={condition} targets={targets} />;
  return condition.rules.map((rule, at) => {
    const nested = "rules" in rule && rule.rules.length > 1;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no name but its place
      <span key={at}>
        {at > 0 && ` ${t(condition.op === "and" ? "words.and" : "words.or")} `}
        {nested && "("}
        <ConditionWords condition={rule} targets={targets} />
        {nested && ")"}
      </span>
    );
  });
}

function RuleWords({ rule, targets }: { rule: Comparison; targets: readonly Target[] }) {
  const t = useTranslations("builder");
  const target = targets.find((one) => one.path === rule.field);
  if (!target) return <strong>{t("cond.gone", { field: rule.field })}</strong>;
  return <KnownRule rule={rule} target={target} />;
}

function KnownRule({ rule, target }: { rule: Comparison; target: Target }) {
  const t = useTranslations("builder");
  const locale = useLocale();
  const options = useOptions(target);
  const given = "values" in rule ? rule.values : "value" in rule ? [rule.value] : [];
  const words = given.map((one) => {
    const value = one === true ? "yes" : one === false ? "no" : String(one);
    if (isLocalDate(value)) return dateWords(value, locale);
    return options?.find((option) => option.value === value)?.label ?? value;
  });
  const value = words.join(` ${t("words.or")} `);
  return t(`words.${rule.op}`, { field: target.label[locale], value });
}

import { useLocale, useTranslations } from "next-intl";
import { FormCell } from "@/components/staff/form-fields";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { asGroup } from "@/lib/calls/core/condition-entries";
import type { Target } from "@/lib/calls/core/condition-targets";
import { optionsOf } from "@/lib/calls/core/form-condition-problems";
import type { Comparison, Condition } from "@/lib/calls/core/form-conditions";
import { LEGAL_NATURES } from "@/lib/people/core/legal-nature";
import { CellSelect } from "./cell-select";

type Props = { condition: Condition | undefined; targets: readonly Target[] };

/** A condition as a tree of rules. Each button sends the form: it works without scripts. */
export function ConditionEditor({ condition, targets }: Props) {
  const root = condition ? asGroup(condition) : undefined;
  return root && <Group rules={root.rules} join={root.op} way={[]} targets={targets} />;
}

type GroupProps = {
  rules: readonly Condition[];
  join: "and" | "or";
  way: readonly number[];
  targets: readonly Target[];
};

function Group({ rules, join, way, targets }: GroupProps) {
  const t = useTranslations("builder");
  const path = ["c", ...way].join(".");
  const step = (what: string) => [what, ...way].join(".");
  return (
    <fieldset className="cond">
      <legend className="visually-hidden">{t(way.length > 0 ? "cond.group" : "cond.rules")}</legend>
      <p className="cond-h">
        <CellSelect
          name={`${path}.join`}
          id={`${path}.join`}
          stored={join}
          label={t("cond.join")}
          options={[
            { value: "and", label: t("cond.and") },
            { value: "or", label: t("cond.or") },
          ]}
        />
        <span>{t("cond.areTrue")}</span>
      </p>
      <ul className="list-unstyled">
        {rules.map((rule, at) => {
          const here = [...way, at];
          return (
            <li key={here.join(".")} className={"rules" in rule ? undefined : "rule"}>
              {"rules" in rule ? (
                <Group rules={rule.rules} join={rule.op} way={here} targets={targets} />
              ) : (
                <Rule rule={rule} way={here} targets={targets} />
              )}
            </li>
          );
        })}
      </ul>
      <p className="row-flex">
        <Step value={step("rule")}>{t("cond.addRule")}</Step>
        {way.length < MOST_DEEP && <Step value={step("group")}>{t("cond.addGroup")}</Step>}
      </p>
    </fieldset>
  );
}

/** Groups within groups: deeper ones are read by nobody. */
const MOST_DEEP = 3;

function Step({ value, children }: { value: string; children: string }) {
  return (
    <button type="submit" className="fadd" name="do" value={value}>
      <Icon name="plus" size="xs" /> {children}
    </button>
  );
}

function Rule({
  rule,
  way,
  targets,
}: {
  rule: Comparison;
  way: number[];
  targets: readonly Target[];
}) {
  const t = useTranslations("builder");
  const locale = useLocale();
  const path = ["c", ...way].join(".");
  const target = targets.find((one) => one.path === rule.field);
  const gone = target ? [] : [{ value: rule.field, label: t("cond.gone", { field: rule.field }) }];
  const label = target?.label[locale] ?? rule.field;
  return (
    <>
      <CellSelect
        name={`${path}.field`}
        id={`${path}.field`}
        stored={rule.field}
        label={t("cond.field")}
        options={[
          ...gone,
          ...targets.map((one) => ({ value: one.path, label: one.label[locale] })),
        ]}
      />
      <CellSelect
        name={`${path}.op`}
        id={`${path}.op`}
        stored={rule.op}
        label={t("cond.op")}
        options={(target?.ops ?? ["notEmpty" as const]).map((op) => ({
          value: op,
          label: t(`ops.${op}`),
        }))}
      />
      <div className="vals">
        {target && rule.op !== "notEmpty" && <Value rule={rule} path={path} target={target} />}
      </div>
      <Button
        look="quiet"
        className="btn-icon"
        name="do"
        value={["drop", ...way].join(".")}
        aria-label={t("cond.drop", { field: label })}
      >
        <Icon name="x" size="xs" />
      </Button>
    </>
  );
}

function Value({ rule, path, target }: { rule: Comparison; path: string; target: Target }) {
  const t = useTranslations("builder");
  const common = { name: `${path}.value`, id: `${path}.value`, label: t("cond.value") };
  const chosen = "values" in rule ? rule.values : "value" in rule ? [String(rule.value)] : [];
  const options = useOptions(target);
  if (options) {
    const yesNo = chosen.map((one) => (one === "true" ? "yes" : one === "false" ? "no" : one));
    const several = rule.op === "in";
    return (
      <CellSelect
        {...common}
        stored={several ? chosen : (yesNo[0] ?? "")}
        options={options}
        several={several}
      />
    );
  }
  const type = rule.op === "before" || rule.op === "after" ? "date" : "text";
  // One of several texts: a line each, and one more.
  const lines = rule.op === "in" ? [...chosen.filter(Boolean), ""] : [chosen[0] ?? ""];
  return lines.map((stored, row) => (
    <FormCell
      // biome-ignore lint/suspicious/noArrayIndexKey: a value has no name but its place
      key={row}
      name={common.name}
      type={type}
      row={row}
      stored={stored}
      label={common.label}
      labelHidden
    />
  ));
}

/** The answers that may be chosen, in words; undefined where one writes. */
export function useOptions(target: Target) {
  const t = useTranslations("builder");
  const natures = useTranslations("staff");
  const locale = useLocale();
  const { field } = target;
  if (field.type === "yesNo" || field.type === "declaration") {
    return [
      { value: "yes", label: t("yes") },
      { value: "no", label: t("no") },
    ];
  }
  if ("options" in field) {
    return field.options.map(({ value, label }) => ({ value, label: label[locale] }));
  }
  return optionsOf(field)?.map((value) => {
    const nature = LEGAL_NATURES.find((one) => one === value);
    return { value, label: nature ? natures(`legalNatures.${nature}`) : value };
  });
}

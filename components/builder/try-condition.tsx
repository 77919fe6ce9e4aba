import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Panel } from "@/components/ui/panel";
import type { Target } from "@/lib/calls/core/condition-targets";
import { type Condition, comparisonsIn, holds } from "@/lib/calls/core/form-conditions";
import { addressIn } from "@/lib/i18n/addresses";
import { routes } from "@/lib/routes";
import { useOptions } from "./condition-editor";

type Props = {
  callId: string;
  part: string;
  condition: Condition;
  targets: readonly Target[];
  /** Sample answers, by what is looked at. */
  sample: Readonly<Record<string, string>>;
  /** A rule excludes where a question is shown. */
  excludes: boolean;
};

/** Sample answers, and whether the condition holds with them: tried at once, stored nowhere. */
export function TryCondition({ callId, part, condition, targets, sample, excludes }: Props) {
  const t = useTranslations("builder");
  const looked = new Set(comparisonsIn(condition).map((comparison) => comparison.field));
  const asked = targets.filter((target) => looked.has(target.path));
  const answerOf = (path: string) => {
    const target = targets.find((one) => one.path === path);
    return target && answerFrom(target, sample[path] ?? "");
  };
  const yes = holds(condition, answerOf);
  const result = excludes ? (yes ? "excluded" : "admitted") : yes ? "shown" : "hidden";
  return (
    <Panel title={t("try.title")} level={3}>
      <form action={addressIn(useLocale(), routes.staffCallForm(callId))} method="get">
        <input type="hidden" name="parte" value={part} />
        {asked.map((target) => (
          <Sample key={target.path} target={target} value={sample[target.path] ?? ""} />
        ))}
        <Button look="outline" small>
          {t("try.do")}
        </Button>
      </form>
      <p className="note note-plain mt-m" role="status">
        <Icon name={yes === excludes ? "eyeoff" : "eye"} size="xs" /> <b>{t(`try.${result}`)}</b>
      </p>
    </Panel>
  );
}

function Sample({ target, value }: { target: Target; value: string }) {
  const t = useTranslations("builder");
  const locale = useLocale();
  const options = useOptions(target);
  const name = `prova.${target.path}`;
  return (
    <div className="ct-field">
      <label className="form-label" htmlFor={name}>
        {target.label[locale]}
      </label>
      {options ? (
        <select className="form-select" id={name} name={name} defaultValue={value}>
          <option value="">{t("try.none")}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          className="form-control"
          id={name}
          name={name}
          type={target.field.type === "date" ? "date" : "text"}
          defaultValue={value}
        />
      )}
    </div>
  );
}

function answerFrom({ field }: Target, text: string): unknown {
  if (text === "") return null;
  if (field.type === "yesNo" || field.type === "declaration") return text === "yes";
  if (field.type === "number" || field.type === "decimal" || field.type === "money") {
    return Number(text.replace(",", "."));
  }
  return text;
}

"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFieldOf } from "./action-form";
import { FormArea } from "./form-fields";

type Askable = { path: string; label: string; answer: ReactNode };
type Props = Askable & { rows: readonly Askable[] };

/** A question that can be opened, with what was answered; where it has rows, also one by one. */
export function IntegrationQuestion({ rows, ...question }: Props) {
  return (
    <div className="ask">
      <Item {...question} />
      {rows.length > 1 && (
        <div className="ask-rows">
          {rows.map((row) => (
            <Item key={row.path} {...row} />
          ))}
        </div>
      )}
    </div>
  );
}

/** What is missing is asked for once the box is ticked. */
function Item({ path, label, answer }: Askable) {
  const t = useTranslations("integration");
  const { several } = useFieldOf("open", undefined);
  return (
    <div className="ask-item">
      <label className="ct-check" htmlFor={`open-${path}`}>
        <input
          type="checkbox"
          id={`open-${path}`}
          name="open"
          value={path}
          key={String(several?.includes(path))}
          defaultChecked={several?.includes(path)}
        />
        <span>
          <strong>{label}</strong>
        </span>
      </label>
      <div className="ask-answer small soft">{answer}</div>
      <div className="ask-missing">
        <FormArea
          name={`missing.${path}`}
          id={`missing-${path}`}
          label={t("desk.missing", { label })}
          rows={2}
          limit={2000}
        />
      </div>
    </div>
  );
}

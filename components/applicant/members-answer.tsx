import { useTranslations } from "next-intl";
import { useState } from "react";
import { FieldGroup } from "@/components/forms/field";
import { TextInput } from "@/components/forms/text-input";
import { Button } from "@/components/ui/button";
import type { MembersField } from "@/lib/calls/core/form-definition";
import type { AnswerProps } from "./answer-field";

const PARTS = ["firstName", "lastName", "role", "email"] as const;
const MOST = 50;

/**
 * People, one row each. Without scripts there are always two empty rows: saving makes room for more.
 * A row left empty is nobody.
 */
export function MembersAnswer({ field, ...props }: AnswerProps & { field: MembersField }) {
  const t = useTranslations("applications");
  const rows = Array.isArray(props.value) ? (props.value as Record<string, string>[]) : [];
  const most = field.maxMembers ?? MOST;
  const start = Math.min(most, Math.max(field.minMembers ?? 1, rows.length + 1));
  const [count, setCount] = useState(start);
  return (
    <FieldGroup
      id={field.id}
      label={props.label}
      hint={props.hint}
      error={props.error}
      optional={props.optional}
    >
      {Array.from({ length: count }, (_, row) => {
        const name = `${field.id}.${row}`;
        return (
          <fieldset className="ct-panel p-3 mb-3" key={name}>
            <legend className="ct-h3 fs-6">{t("members.row", { number: row + 1 })}</legend>
            <div className="ct-two">
              {PARTS.map((part) => (
                <TextInput
                  key={part}
                  name={`${name}.${part}`}
                  defaultValue={rows[row]?.[part] ?? ""}
                  label={t(`members.${part}`)}
                  optional={part === "role" || part === "email"}
                />
              ))}
            </div>
          </fieldset>
        );
      })}
      {count < most && (
        <Button type="button" look="outline" small icon="plus" onClick={() => setCount(count + 1)}>
          {t("members.add")}
        </Button>
      )}
    </FieldGroup>
  );
}

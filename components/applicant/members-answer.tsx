import { useTranslations } from "next-intl";
import { FieldGroup } from "@/components/forms/field";
import { TextInput } from "@/components/forms/text-input";
import type { MembersField } from "@/lib/calls/core/form-definition";
import type { AnswerProps } from "./answer-field";
import { AddRow, RemoveRow } from "./row-buttons";
import { rowId, useRows } from "./use-rows";

const PARTS = ["firstName", "lastName", "role", "email"] as const;
const MOST = 50;

/** People, one row each. Without scripts the button saves and makes room. A row left empty is nobody. */
export function MembersAnswer({ field, ...props }: AnswerProps & { field: MembersField }) {
  const t = useTranslations("applications");
  const stored = Array.isArray(props.value) ? (props.value as Record<string, string>[]) : [];
  const most = field.maxMembers ?? MOST;
  const least = Math.max(field.minMembers ?? 1, stored.length + 1, props.rows ?? 0);
  const { rows, add, remove } = useRows({
    id: field.id,
    applicationId: props.applicationId,
    step: props.step,
    start: Math.min(most, least),
    most,
  });
  return (
    <FieldGroup
      id={field.id}
      label={props.label}
      hint={props.hint}
      error={props.error}
      optional={props.optional}
    >
      {rows.map((row, at) => {
        const name = `${field.id}.${row}`;
        const title = t("members.row", { number: at + 1 });
        return (
          <fieldset className="ct-panel p-3 mb-3" key={name} id={rowId(field.id, row)}>
            <legend className="ct-h3 fs-6">{title}</legend>
            <div className="ct-two">
              {PARTS.map((part) => (
                <TextInput
                  key={part}
                  name={`${name}.${part}`}
                  defaultValue={stored[row]?.[part] ?? ""}
                  label={t(`members.${part}`)}
                  optional={part === "role" || part === "email"}
                />
              ))}
            </div>
            {rows.length > 1 && (
              <RemoveRow field={field.id} row={row} what={title} remove={remove} />
            )}
          </fieldset>
        );
      })}
      {rows.length < most && <AddRow field={field.id} label={t("members.add")} add={add} />}
    </FieldGroup>
  );
}

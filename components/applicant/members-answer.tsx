import { useTranslations } from "next-intl";
import { TextInput } from "@/components/forms/text-input";
import type { MembersField } from "@/lib/calls/core/form-definition";
import type { AnswerProps } from "./answer-field";
import { RepeatedRows } from "./repeated-rows";

const PARTS = ["firstName", "lastName", "role", "email"] as const;

/** People, one row each. */
export function MembersAnswer({ field, ...props }: AnswerProps & { field: MembersField }) {
  const t = useTranslations("applications");
  const stored = Array.isArray(props.value) ? (props.value as Record<string, string>[]) : [];
  return (
    <RepeatedRows
      of={{ ...props, field }}
      least={Math.max(field.minMembers ?? 1, stored.length + 1)}
      most={field.maxMembers}
      titleOf={(number) => t("members.row", { number })}
      addLabel={t("members.add")}
    >
      {(row) => (
        <div className="ct-two">
          {PARTS.map((part) => (
            <TextInput
              key={part}
              name={`${field.id}.${row}.${part}`}
              defaultValue={stored[row]?.[part] ?? ""}
              label={t(`members.${part}`)}
              optional={part === "role" || part === "email"}
            />
          ))}
        </div>
      )}
    </RepeatedRows>
  );
}

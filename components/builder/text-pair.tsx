"use client";
import { useTranslations } from "next-intl";
import { FormArea, FormText } from "@/components/staff/form-fields";
import type { Localised } from "@/lib/calls/core/form-definition";

type Props = {
  name: string;
  label: string;
  hint?: string;
  stored: Localised | undefined;
  area?: boolean;
  optional?: boolean;
};

/** A text of the form in both languages; English left empty repeats the Italian. */
export function TextPair({ name, label, hint, stored, area, optional }: Props) {
  const t = useTranslations("builder");
  const Control = area ? FormArea : FormText;
  const english = stored && stored.en !== stored.it ? stored.en : "";
  return (
    <>
      <Control
        name={`${name}.it`}
        label={label}
        hint={hint}
        stored={stored?.it ?? ""}
        optional={optional}
      />
      <Control name={`${name}.en`} label={t("inEnglish", { label })} stored={english} optional />
    </>
  );
}

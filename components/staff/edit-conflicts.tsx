"use client";
import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { Callout } from "@/components/ui/callout";
import type { FieldConflict } from "@/lib/kernel/merge-fields";
import { clockTime } from "@/lib/kernel/rome-words";
import { useFormConflicts } from "./action-form";
import { useDesk } from "./saving-desk";

/** Codes that are stored where people read words. */
type Words = Readonly<Record<string, string>>;

/** Fields that two people wrote: both texts, who wrote the other and when, and the choice. */
export function EditConflicts({ labels, words }: { labels: Words; words: Words }) {
  const t = useTranslations("editor");
  const sent = useFormConflicts();
  const { saved } = useDesk();
  const conflicts = saved.conflicts.length > 0 ? saved.conflicts : sent;
  if (conflicts.length === 0) return null;
  return (
    <div role="alert" className="mb-4">
      <Callout tone="cotto">
        <h2 className="ct-h3">{t("conflict.title")}</h2>
        <p>{t("conflict.text")}</p>
        {conflicts.map((conflict) => (
          <Choice
            key={`${conflict.field}:${conflict.mark}`}
            conflict={conflict}
            label={labels[conflict.field] ?? conflict.field}
            words={words}
          />
        ))}
        <p className="mt-m">
          <SubmitButton pending={t("conflict.saving")}>{t("conflict.save")}</SubmitButton>
        </p>
      </Callout>
    </div>
  );
}

type ChoiceProps = { conflict: FieldConflict; label: string; words: Words };

function Choice({ conflict, label, words }: ChoiceProps) {
  const t = useTranslations("editor");
  const { field, mine, stored, mark, by, at } = conflict;
  const time = at ? clockTime(new Date(at), "minutes") : "";
  const shown = (text: string) =>
    text
      .split(", ")
      .map((code) => words[`${field}.${code}`] ?? code)
      .join(", ") || t("conflict.nothing");
  return (
    <fieldset className="mt-m">
      <legend>{label}</legend>
      {[
        { value: mark, name: t("conflict.mine"), text: mine },
        {
          value: "theirs",
          name: t("conflict.theirs", { name: by || t("someone"), time }),
          text: stored,
        },
      ].map(({ value, name, text }) => (
        <label className="ct-check" key={value}>
          <input type="radio" name={`choose.${field}`} value={value} />
          <span>
            <b>{name}</b>
            <span className="both-texts">{shown(text)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

"use client";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { deadlineSentence } from "@/lib/calls/core/deadline";
import { isLocalDate } from "@/lib/kernel/local-date";
import { endOfRomeDay, romeInstant } from "@/lib/kernel/rome-time";
import type { Locale } from "@/lib/kernel/rome-words";
import { FormRadio, FormText } from "./form-fields";

type Props = { on: string; at: string; peremptory: boolean };

/** The end of a call, and under it the one sentence that applicants will read. */
export function DeadlineFields({ on, at, peremptory }: Props) {
  const t = useTranslations("staff");
  const locale = useLocale();
  const [typed, setTyped] = useState({ on, at, strict: peremptory });
  const change = (event: FormEvent<HTMLDivElement>) => {
    const { name, value } = event.target as HTMLInputElement;
    if (name === "closesOn") setTyped({ ...typed, on: value });
    if (name === "closesAtTime") setTyped({ ...typed, at: value });
    if (name === "peremptory") setTyped({ ...typed, strict: value !== "no" });
  };
  const sentence = sentenceOf(typed, locale);
  return (
    <div onInput={change}>
      <div className="row-flex row-top">
        <FormText
          name="closesOn"
          type="date"
          label={t("editor.closesOn")}
          hint={t("editor.closesOnHint")}
          stored={on}
          width="m"
        />
        <FormText
          name="closesAtTime"
          type="time"
          label={t("editor.closesAtTime")}
          hint={t("editor.closesAtHint")}
          stored={at}
          width="s"
        />
      </div>
      <div className="note mt-s">
        <p className="small strong">{t("editor.sentence")}</p>
        <p>{sentence ? <q>{sentence}</q> : t("editor.noSentence")}</p>
      </div>
      <FormRadio
        name="peremptory"
        label={t("editor.after")}
        stored={peremptory ? "yes" : "no"}
        choices={[
          { value: "yes", label: t("editor.strict") },
          { value: "no", label: t("editor.lenient") },
        ]}
      />
    </div>
  );
}

function sentenceOf(
  { on, at, strict }: { on: string; at: string; strict: boolean },
  locale: Locale,
): string | undefined {
  if (!isLocalDate(on)) return undefined;
  const found = at === "" ? undefined : romeInstant(on, at);
  if (found && !found.ok) return undefined;
  return deadlineSentence(
    {
      kind: "fixed",
      closesAt: found?.instant ?? endOfRomeDay(on),
      precision: at === "" ? "endOfDay" : "hour",
      peremptory: strict,
      reopened: null,
    },
    locale,
  );
}

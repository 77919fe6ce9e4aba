"use client";
import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { Conflict } from "@/lib/applications/commands/save-sections";
import type { Section } from "@/lib/calls/core/form-definition";

type Props = {
  conflicts: readonly Conflict[];
  sections: readonly Section[];
  locale: "it" | "en";
  /** This page again, to read what is stored. */
  here: string;
};

/** The same part was written in two tabs: both texts, and the person says which one stays. */
export function ConflictNotice({ conflicts, sections, locale, here }: Props) {
  const t = useTranslations("applications");
  if (conflicts.length === 0) return null;
  return (
    <div role="alert" className="mb-4">
      <Callout tone="cotto">
        <h2 className="ct-h3">{t("conflict.title")}</h2>
        <p>{t("conflict.text")}</p>
        {differences(conflicts, sections, locale).map(({ label, stored, sent }) => (
          <dl className="ct-dl" key={label}>
            <dt>{label}</dt>
            <dd>
              <b>{t("conflict.stored")}</b>: {stored || t("noAnswer")}
              <br />
              <b>{t("conflict.sent")}</b>: {sent || t("noAnswer")}
            </dd>
          </dl>
        ))}
        <p className="ct-actions">
          <Button name="intent" value="save" look="outline" small>
            {t("conflict.keepMine")}
          </Button>
          <ButtonLink href={here} look="link" small>
            {t("conflict.takeStored")}
          </ButtonLink>
        </p>
      </Callout>
    </div>
  );
}

function differences(
  conflicts: readonly Conflict[],
  sections: readonly Section[],
  locale: "it" | "en",
) {
  const fields = sections.flatMap((section) => section.fields);
  return conflicts.flatMap((conflict) =>
    Object.entries(conflict.sent)
      .map(([id, sent]) => ({
        label: fields.find((field) => field.id === id)?.label[locale] ?? id,
        stored: plain(conflict.stored[id]),
        sent: plain(sent),
      }))
      .filter(({ stored, sent }) => stored !== sent),
  );
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

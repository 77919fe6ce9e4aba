import { useLocale, useTranslations } from "next-intl";
import type { DefinitionChanges } from "@/lib/calls/core/compare-definitions";
import { aspectsOf } from "@/lib/calls/core/form-news";

type Props = {
  changes: DefinitionChanges;
  /** Level of the headings above each kind of change. */
  level: 3 | 4;
};

/** What a new version of a form asks otherwise, by kind; what asks most of a draft comes first. */
export function FormChanges({ changes, level }: Props) {
  const t = useTranslations("formChanges");
  const locale = useLocale();
  const list = new Intl.ListFormat(locale, { type: "unit" });
  const { added, removed, changed, moved, sections, rules, rulesGone } = changes;
  const words = changed.map((change) => ({
    id: change.field.id,
    stricter: change.stricter,
    text: change.field.label[locale],
    more: list.format(aspectsOf(change).map((aspect) => t(`aspect.${aspect}`))),
  }));
  const named = (fields: DefinitionChanges["moved"]) =>
    fields.map(({ id, label }) => ({ id, text: label[locale], more: "" }));
  const groups = [
    {
      key: "added",
      items: added.map(({ id, label, required }) => ({
        ...{ id, text: label[locale], more: required ? t("mustBeGiven") : "" },
      })),
    },
    { key: "stricter", items: words.filter((one) => one.stricter) },
    { key: "changed", items: words.filter((one) => !one.stricter) },
    { key: "moved", items: named(moved) },
    { key: "removed", items: named(removed) },
    {
      key: "sections",
      items: sections.map(({ id, title }) => ({ id, text: title[locale], more: "" })),
    },
    {
      key: "rules",
      items: rules.map(({ id, message }) => ({ id, text: message[locale], more: "" })),
    },
    {
      key: "rulesGone",
      items: rulesGone.map(({ id, message }) => ({ id, text: message[locale], more: "" })),
    },
  ] as const;
  const told = groups.filter((group) => group.items.length > 0);
  const Heading = `h${level}` as const;
  if (told.length === 0) return <p>{t("none")}</p>;
  return told.map(({ key, items }) => (
    <section className="ct-change" key={key}>
      <Heading className="ct-h3 fs-6">{t(`group.${key}`)}</Heading>
      <ul className="mb-0">
        {items.map(({ id, text, more }) => (
          <li key={id}>
            {text}
            {more && <span className="ct-muted"> ({more})</span>}
          </li>
        ))}
      </ul>
    </section>
  ));
}

import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { WordChanges } from "./word-changes";
import { deadlineMoment } from "@/lib/calls/core/deadline";
import type { FieldChange } from "@/lib/calls/core/version-texts";
import { longDate } from "@/lib/kernel/rome-words";

type Props = {
  changes: readonly FieldChange[];
  /** Whether the old and the new end had an hour. */
  precise: { before: boolean; after: boolean };
  /** Level of the headings above each change. */
  level: 2 | 3 | 4;
};

/** What changed, field by field: texts by their words, ends and numbers old beside new. */
export function VersionChanges({ changes, precise, level }: Props) {
  const t = useTranslations("calls");
  const locale = useLocale();
  const Heading = `h${level}` as const;
  const moment = (at: string, hour: boolean) =>
    at === "" ? t("always") : deadlineMoment(new Date(at), hour ? "hour" : "endOfDay", locale);
  const days = (text: string) =>
    text.replace(/^\d{4}-\d{2}-\d{2}/gm, (day) => longDate(day, locale));
  return changes.map(({ field, before, after }) => (
    <section className="ct-change" key={field}>
      <Heading className="ct-h3">{t(`field.${field}`)}</Heading>
      {field === "closesAt" ? (
        <OldNew before={moment(before, precise.before)} after={moment(after, precise.after)} />
      ) : (
        <WordChanges before={days(before)} after={days(after)} />
      )}
    </section>
  ));
}

/** An old value and the new one, side by side; on a phone one below the other. */
export function OldNew({ before, after }: { before: string; after: string }) {
  const t = useTranslations("calls");
  return (
    <div className="ct-oldnew">
      <div>
        <span>{t("page.before")}</span>
        {before}
      </div>
      <Icon name="arrow-right" />
      <div>
        <span>{t("page.now")}</span>
        <strong>{after}</strong>
      </div>
    </div>
  );
}

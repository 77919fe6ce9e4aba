import { useLocale, useTranslations } from "next-intl";
import { deadlineMoment } from "@/lib/calls/core/deadline";
import { documentsIn } from "@/lib/calls/core/documents";
import type { FieldChange } from "@/lib/calls/core/version-texts";
import { longDate } from "@/lib/kernel/rome-words";
import { DocumentChanges } from "./document-changes";
import type { DocumentAddress } from "./document-link";
import { OldNew } from "./old-new";
import { WordChanges } from "./word-changes";

type Props = {
  changes: readonly FieldChange[];
  /** Whether the old and the new end had an hour. */
  precise: { before: boolean; after: boolean };
  /** Where the documents of both are. */
  documentAddress: DocumentAddress;
  /** Level of the headings above each change. */
  level: 2 | 3 | 4;
};

/** What changed, field by field: texts by their words, ends and documents old beside new. */
export function VersionChanges({ changes, precise, documentAddress, level }: Props) {
  const t = useTranslations("calls");
  const locale = useLocale();
  const Heading = `h${level}` as const;
  const moment = (at: string, hour: boolean) =>
    at === "" ? t("always") : deadlineMoment(new Date(at), hour ? "hour" : "endOfDay", locale);
  const days = (text: string) =>
    text.replace(/^\d{4}-\d{2}-\d{2}/gm, (day) => longDate(day, locale));
  const shown = ({ field, before, after }: FieldChange) => {
    if (field === "closesAt") {
      return <OldNew before={moment(before, precise.before)} after={moment(after, precise.after)} />;
    }
    if (field === "documents") {
      const [old, now] = [documentsIn(before), documentsIn(after)];
      return <DocumentChanges before={old} after={now} address={documentAddress} />;
    }
    return <WordChanges before={days(before)} after={days(after)} />;
  };
  return changes.map((change) => (
    <section className="ct-change" key={change.field}>
      <Heading className="ct-h3">{t(`field.${change.field}`)}</Heading>
      {shown(change)}
    </section>
  ));
}

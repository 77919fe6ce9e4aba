import { useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { Panel } from "@/components/ui/panel";
import type { deskEntryPage, WrittenEntry } from "@/lib/applications/queries/desk-entry-page";
import { dateAndHour, receiptMoment } from "@/lib/kernel/rome-words";
import type { DocumentKind } from "@/lib/register/issue-document";
import { routes } from "@/lib/routes";

type Props = { found: Awaited<ReturnType<typeof deskEntryPage>>; locale: "it" | "en" };

/** What was written down each time, the latest first, and the documents that can be printed. */
export function DeskEntries({ found, locale }: Props) {
  const t = useTranslations("desk");
  const papers = useTranslations("applications");
  const { receipt, documents, entries } = found;
  return (
    <div className="st-cols c-2-1 mt-m">
      <div>
        {entries.map((entry) => (
          <Panel key={entry.id} title={t(`purpose.${entry.purpose}`)} className="mb-3">
            <Entry entry={entry} locale={locale} />
          </Panel>
        ))}
      </div>
      {documents.length > 0 && (
        <Panel title={t("entry.documents")}>
          {receipt && (
            <p>
              {t("entry.number", {
                number: receipt.application.registerNumber,
                code: receipt.application.code,
              })}
            </p>
          )}
          <ul>
            {documents.map(({ id, kind }) => (
              <li key={id}>
                <a href={routes.document(id)}>{papers(`document.${kind as DocumentKind}`)}</a>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}

function Entry({ entry, locale }: { entry: WrittenEntry; locale: "it" | "en" }) {
  const t = useTranslations("desk");
  const shown = entry.erased ? t("entry.erased") : entry.documentNumber;
  const known =
    entry.identity === "delegation"
      ? t("entry.delegation", { text: entry.delegation || t("entry.erased") })
      : `${t(`document.${(entry.documentKind ?? "other") as "other"}`)} ${shown}`;
  const facts: [string, string | null][] = [
    [t("fields.channel"), t(`way.${entry.channel}`)],
    [t("entry.arrived"), entry.arrivedAt && receiptMoment(entry.arrivedAt, locale)],
    [t("fields.reference"), entry.reference],
    [t("fields.lateReason"), entry.lateReason],
    [t("fields.identity"), known],
    [t("fields.email"), entry.email],
    [
      t("columns.entered"),
      t("entry.by", { moment: dateAndHour(entry.enteredAt, locale), name: entry.enteredBy }),
    ],
  ];
  return (
    <DescriptionList
      narrow
      items={facts.flatMap(([term, value]) => (value ? [{ term, value }] : []))}
    />
  );
}

import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { dateAndHour, type Locale } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";
import type { SeriesListItem } from "@/lib/workshops/queries/series-for-staff";

/** Cycles of meetings as a list. */
export function SeriesList({ series, locale }: { series: SeriesListItem[]; locale: Locale }) {
  const t = useTranslations("workshops");
  if (series.length === 0) {
    return (
      <EmptyState title={t("list.none")} text={t("list.noneText")}>
        <Link href={routes.staffCalls()}>{t("list.toCalls")}</Link>
      </EmptyState>
    );
  }
  return (
    <DataTable
      caption={t("list.title")}
      captionHidden
      rows={series}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "title",
          header: t("list.series"),
          cell: (row) => (
            <span className="ws-series">
              <Link href={routes.staffSeries(row.id)}>{row.title}</Link>
              <span className="soft small d-block">{row.zoneName}</span>
            </span>
          ),
        },
        {
          key: "next",
          header: t("list.next"),
          cell: (row) => (row.nextAt ? dateAndHour(row.nextAt, locale) : t("list.over")),
        },
        {
          key: "held",
          header: t("list.held"),
          number: true,
          cell: (row) => t("list.heldOf", { held: row.held, meetings: row.meetings }),
        },
        { key: "people", header: t("list.people"), number: true, cell: (row) => row.people },
      ]}
    />
  );
}

import { useTranslations } from "next-intl";
import { BarCell } from "@/components/ui/bars";
import { DataTable } from "@/components/ui/data-table";
import { Panel } from "@/components/ui/panel";
import type { MeetingView } from "@/lib/workshops/queries/meeting-views";

/** How many came to each meeting, or are expected: a bar beside the figure. */
export function AttendanceTrend({ meetings }: { meetings: MeetingView[] }) {
  const t = useTranslations("workshops");
  const rows = meetings.filter((one) => one.state !== "cancelled");
  const max = Math.max(1, ...rows.map((one) => one.counts.convened));
  return (
    <Panel title={t("trend.title")}>
      <DataTable
        tight
        caption={t("trend.caption")}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: "number", header: t("trend.meeting"), cell: (row) => row.number },
          {
            key: "bar",
            header: <span className="visually-hidden">{t("trend.bar")}</span>,
            cell: (row) => (
              <BarCell
                value={peopleOf(row)}
                max={max}
                tone={row.state === "held" ? "strong" : "soft"}
              />
            ),
          },
          { key: "people", header: t("trend.people"), number: true, cell: peopleOf },
          { key: "word", header: t("trend.state"), cell: (row) => t(`trend.${wordOf(row)}`) },
        ]}
      />
    </Panel>
  );
}

function peopleOf({ state, counts }: MeetingView): number {
  return state === "held"
    ? counts.present + counts.presentByDelegate
    : counts.coming + counts.delegates;
}

const wordOf = ({ state }: MeetingView) => (state === "held" ? "were" : "expected");

import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { romeDate } from "@/lib/kernel/rome-time";
import { clockTime, numericDate } from "@/lib/kernel/rome-words";
import type { QueueOrder, QueueRequest } from "@/lib/review/core/queue-views";
import type { QueueRow } from "@/lib/review/queries/review-queue";
import { routes } from "@/lib/routes";
import { ApplicationStatePill } from "./application-state";
import { ArrivalMark } from "./arrival-mark";

type Props = {
  callId: string;
  rows: QueueRow[];
  order: QueueOrder;
  go: (change: Partial<QueueRequest>) => string;
};

/** One page of applications; the heads of the columns order it. */
export function QueueTable({ callId, rows, order, go }: Props) {
  const t = useTranslations("staff");
  const desk = useTranslations("desk");
  const head = (key: QueueOrder) => (
    <Link href={go({ order: key })} className="th-sort">
      {t(`queueColumns.${key}`)}
      {order === key && <Icon name="up" size="xs" />}
    </Link>
  );
  const sorted = (key: QueueOrder) => (order === key ? ("ascending" as const) : undefined);
  const columns: Column<QueueRow>[] = [
    {
      key: "code",
      header: head("codice"),
      sort: sorted("codice"),
      cell: ({ code }) => <span className="num nowrap">{code}</span>,
    },
    {
      key: "applicant",
      header: head("nome"),
      sort: sorted("nome"),
      rowHeader: true,
      cell: ({ id, applicant, track }) => (
        <>
          <Link href={routes.staffApplication(callId, id)}>{applicant}</Link>
          <span className="sub">{t(`tracks.${track}`)}</span>
        </>
      ),
    },
    {
      key: "arrival",
      header: head("arrivo"),
      sort: sorted("arrivo"),
      cell: ({ submittedAt, arrival, channel }) => {
        const at = new Date(submittedAt);
        return (
          <>
            <span className="num nowrap">
              {t("queue.arrival", {
                day: numericDate(romeDate(at)),
                time: clockTime(at, "minutes"),
              })}
            </span>
            {channel !== "web" && <span className="sub">{desk(`channel.${channel}`)}</span>}
            <ArrivalMark arrival={arrival} />
          </>
        );
      },
    },
    {
      key: "checks",
      header: t("queueColumns.checks"),
      cell: (row) => <Checks row={row} />,
    },
    {
      key: "state",
      header: t("queueColumns.state"),
      cell: ({ state }) => <ApplicationStatePill state={state} />,
    },
  ];
  return (
    <div className="mt-s">
      <DataTable
        caption={t("queue.caption")}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
      />
    </div>
  );
}

function Checks({ row }: { row: QueueRow }) {
  const t = useTranslations("staff");
  const { answered, required, failed, asked, blocked } = row;
  return (
    <span className="num nowrap">
      {answered === required && !failed && <Icon name="check-s" size="xs" />}
      {t("queue.checks", { answered, required })}
      {failed && <span className="sub">{t("queue.failed")}</span>}
      {asked && <span className="sub">{t("queue.asked")}</span>}
      {blocked && <span className="sub">{t("queue.blocked")}</span>}
    </span>
  );
}

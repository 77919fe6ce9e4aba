import { useLocale, useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { MoreLink } from "@/components/ui/more-link";
import { Panel } from "@/components/ui/panel";
import type { WaitingThread } from "@/lib/applications/queries/waiting-threads";
import { staffMoment } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";

const pageOf = ({ callId, applicationId }: WaitingThread) =>
  `${routes.staffApplication(callId, applicationId)}#messaggi`;

/** The applications in which somebody waits for the office, for the page of them all. */
export function WaitingTable({ threads }: { threads: WaitingThread[] }) {
  const t = useTranslations("thread");
  const locale = useLocale();
  const columns: Column<WaitingThread>[] = [
    {
      key: "applicant",
      header: t("desk.columns.applicant"),
      rowHeader: true,
      cell: (one) => (
        <>
          <Link href={pageOf(one)}>
            <bdi>{one.applicant}</bdi>
          </Link>
          <span className="sub">{one.code}</span>
        </>
      ),
    },
    { key: "call", header: t("desk.columns.call"), cell: (one) => one.callTitle },
    {
      key: "since",
      header: t("desk.columns.since"),
      sort: "ascending",
      cell: (one) => staffMoment(one.since, locale),
    },
    { key: "count", header: t("desk.columns.count"), number: true, cell: (one) => one.count },
  ];
  return (
    <DataTable
      caption={t("desk.caption")}
      captionHidden
      columns={columns}
      rows={threads}
      rowKey={(one) => one.applicationId}
    />
  );
}

/** The first of them, for the page of today. */
export function WaitingPanel({ threads, total }: { threads: WaitingThread[]; total: number }) {
  const t = useTranslations("thread");
  const locale = useLocale();
  if (threads.length === 0) return null;
  return (
    <Panel title={t("desk.title")} className="mb-4">
      <ul className="list-unstyled stack">
        {threads.map((one) => (
          <li key={one.applicationId}>
            <Link href={pageOf(one)}>
              <bdi>{one.applicant}</bdi>
            </Link>
            <p className="small soft">
              {one.callTitle}. {t("unread", { count: one.count })}.{" "}
              {t("desk.since", { when: staffMoment(one.since, locale) })}
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-s">
        <MoreLink href={routes.staffMessages()}>{t("desk.all", { count: total })}</MoreLink>
      </p>
    </Panel>
  );
}

import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import type { OutcomeEntry } from "@/lib/review/queries/outcome-page";
import { routes } from "@/lib/routes";
import { ApplicationStatePill } from "./application-state";
import { useReviewWords } from "./review-words";

/** Every application with what was decided; the public page shows the code and the result only. */
export function OutcomeTable({ callId, entries }: { callId: string; entries: OutcomeEntry[] }) {
  const t = useTranslations("staff");
  const words = useReviewWords();
  const columns: Column<OutcomeEntry>[] = [
    {
      key: "code",
      header: t("queueColumns.codice"),
      cell: ({ code }) => <span className="num nowrap">{code}</span>,
    },
    {
      key: "applicant",
      header: t("queueColumns.nome"),
      rowHeader: true,
      cell: ({ id, applicant, reasonCode }) => {
        const reason = words.reason(reasonCode);
        return (
          <>
            <Link href={routes.staffApplication(callId, id)}>{applicant}</Link>
            {reason && <span className="sub">{reason}</span>}
          </>
        );
      },
    },
    {
      key: "state",
      header: t("queueColumns.state"),
      cell: ({ state }) => <ApplicationStatePill state={state} />,
    },
  ];
  return (
    <DataTable
      caption={t("outcome.caption")}
      captionHidden
      columns={columns}
      rows={entries}
      rowKey={({ id }) => id}
    />
  );
}

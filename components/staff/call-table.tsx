import { useLocale, useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Pill } from "@/components/ui/pill";
import { staffMoment } from "@/lib/kernel/rome-words";
import type { StaffCall } from "@/lib/review/queries/staff-calls";
import { routes } from "@/lib/routes";

/** The calls as a table: where each stands, and what waits in it. */
export function CallTable({ calls }: { calls: StaffCall[] }) {
  const t = useTranslations("staff");
  const locale = useLocale();
  const columns: Column<StaffCall>[] = [
    {
      key: "title",
      header: t("calls.columns.title"),
      cell: (call) => (
        <>
          <Link href={hrefOf(call)}>{call.title}</Link>
          <span className="sub">
            {call.code ? `${t("call.code", { code: call.code })} · ` : ""}
            {t(`regimes.${call.regime}`)}
          </span>
        </>
      ),
    },
    {
      key: "status",
      header: t("calls.columns.status"),
      cell: ({ status }) => (
        <Pill tone={status === "draft" ? "plain" : "on"}>{t(`callStatus.${status}`)}</Pill>
      ),
    },
    {
      key: "closes",
      header: t("calls.columns.closes"),
      cell: ({ closesAt }) => (closesAt ? staffMoment(closesAt, locale) : t("calls.noEnd")),
    },
    {
      key: "received",
      header: t("calls.columns.received"),
      number: true,
      cell: ({ counts, status }) => (status === "draft" ? "–" : counts.received),
    },
    {
      key: "toCheck",
      header: t("calls.columns.toCheck"),
      number: true,
      cell: ({ counts, status }) =>
        BEFORE_REVIEW.has(status) ? "–" : counts.toCheck + counts.toDecide,
    },
  ];
  return (
    <DataTable
      caption={t("calls.caption")}
      captionHidden
      columns={columns}
      rows={calls}
      rowKey={(call) => call.id}
    />
  );
}

/** While applications still arrive there is nothing to decide. */
const BEFORE_REVIEW = new Set<string>(["draft", "upcoming", "open", "closesToday"]);

const hrefOf = (call: StaffCall) =>
  call.status === "draft" ? routes.staffCallEdit(call.id) : routes.staffCall(call.id);

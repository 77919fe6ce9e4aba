import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { romeDate, romeParts } from "@/lib/kernel/rome-time";
import { longDate } from "@/lib/kernel/rome-words";
import type { AttemptView } from "@/lib/review/queries/call-evidence";

/** Attempts after the end, the latest first, with the microseconds of the database's clock. */
export function AttemptTable({ attempts }: { attempts: AttemptView[] }) {
  const t = useTranslations("deadline");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("attempts.title")}
      captionHidden
      columns={[
        {
          key: "at",
          header: t("attempts.at"),
          cell: ({ receivedAt }) => {
            const at = new Date(receivedAt);
            return (
              <>
                <span className="num">{`${romeParts(at).time}${receivedAt.slice(19, 26)}`}</span>
                <span className="d-block small soft">{longDate(romeDate(at), locale)}</span>
              </>
            );
          },
        },
        {
          key: "late",
          header: t("attempts.late"),
          cell: ({ lateBySeconds }) =>
            lateBySeconds === null ? t("attempts.noEnd") : t("attempts.by", late(lateBySeconds)),
        },
        { key: "what", header: t("attempts.what"), cell: ({ what }) => t(`attempts.${what}`) },
        {
          key: "who",
          header: t("attempts.who"),
          cell: ({ who, operator, reference }) => (
            <>
              {who || t("attempts.unnamed")}
              {operator && (
                <span className="d-block small soft">
                  {t("attempts.desk", { name: operator, reference: reference || "-" })}
                </span>
              )}
            </>
          ),
        },
        {
          key: "request",
          header: t("attempts.request"),
          cell: ({ requestId }) => <code className="ct-mono">{requestId.slice(0, 13)}</code>,
        },
      ]}
      rows={attempts}
      rowKey={({ id }) => id}
    />
  );
}

/** Whole days, hours, minutes and seconds, each for its own place in the sentence. */
function late(seconds: number) {
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor((seconds % 86_400) / 3600),
    minutes: Math.floor((seconds % 3600) / 60),
    seconds: seconds % 60,
  };
}

import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Pill } from "@/components/ui/pill";
import { staffMoment } from "@/lib/kernel/rome-words";
import type { LetterRow } from "@/lib/review/queries/letters";
import { useReviewWords } from "./review-words";

const STATES = ["queued", "sending", "sent", "delivered", "bounced", "failed", "none"] as const;
type State = (typeof STATES)[number];

const LOOKS: Record<State, Pick<ComponentProps<typeof Pill>, "tone" | "icon">> = {
  queued: { icon: "clock-s" },
  sending: { icon: "clock-s" },
  sent: { tone: "on", icon: "send" },
  delivered: { tone: "on", icon: "check-s" },
  bounced: { tone: "warn", icon: "warn" },
  failed: { tone: "warn", icon: "warn" },
  none: {},
};

type Props = {
  rows: LetterRow[];
  open: string | undefined;
  go: (change: Record<string, string>) => string;
};

/** To whom, with which result, and how the mail fared. */
export function LetterTable({ rows, open, go }: Props) {
  const t = useTranslations("staff");
  const words = useReviewWords();
  const columns: Column<LetterRow>[] = [
    {
      key: "who",
      header: t("letters.who"),
      cell: ({ id, applicant, code, result }) => (
        <>
          <Link href={go({ lettera: id })} aria-current={id === open ? "true" : undefined}>
            {applicant}
          </Link>
          <span className="sub">
            {code} · {words.result(result)}
          </span>
        </>
      ),
    },
    { key: "state", header: t("letters.state"), cell: (row) => <MailState row={row} /> },
  ];
  return (
    <div className="mt-s">
      <DataTable
        caption={t("letters.list")}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        rowClass={({ id }) => (id === open ? "cur sel" : undefined)}
        tight
      />
    </div>
  );
}

function MailState({ row }: { row: LetterRow }) {
  const t = useTranslations("staff");
  const locale = useLocale();
  const state = STATES.find((one) => one === row.state) ?? "none";
  return (
    <>
      <Pill {...LOOKS[state]}>{t(`mailStates.${state}`)}</Pill>
      {row.sentAt && <span className="sub">{staffMoment(row.sentAt, locale)}</span>}
    </>
  );
}

import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Pill } from "@/components/ui/pill";
import type { DeskRow } from "@/lib/applications/queries/desk-entries";
import { dateAndHour } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";
import { ApplicationStatePill } from "./application-state";

type Props = { callId: string; rows: DeskRow[]; locale: "it" | "en" };

/** The applications that the desk entered, the latest first. */
export function DeskTable({ callId, rows, locale }: Props) {
  const t = useTranslations("desk");
  const staff = useTranslations("staff");
  const columns: Column<DeskRow>[] = [
    {
      key: "name",
      header: t("columns.name"),
      rowHeader: true,
      cell: ({ id, name, track, state }) => (
        <>
          <Link href={addressOf(callId, id, state)}>{name}</Link>
          <span className="sub">{staff(`tracks.${track}`)}</span>
        </>
      ),
    },
    {
      key: "channel",
      header: t("columns.channel"),
      cell: ({ channel }) => t(`channel.${channel}`),
    },
    {
      key: "state",
      header: t("columns.state"),
      cell: ({ state, code }) =>
        state === "draft" ? (
          <Pill tone="warn">{t("draft")}</Pill>
        ) : code === null ? (
          <Pill>{t("left")}</Pill>
        ) : (
          <>
            <ApplicationStatePill state={state} />
            <span className="sub num">{code}</span>
          </>
        ),
    },
    {
      key: "entered",
      header: t("columns.entered"),
      cell: ({ at, enteredBy }) => (
        <>
          <span className="num">{dateAndHour(at, locale)}</span>
          <span className="sub">{enteredBy}</span>
        </>
      ),
    },
    {
      key: "receipt",
      header: t("columns.receipt"),
      cell: ({ id, name, state, receiptId }) =>
        state === "draft" ? (
          <Link href={routes.staffDeskRequest(callId, id, "rinuncia")}>
            {t("wish.rinuncia")}
            <span className="visually-hidden">: {name}</span>
          </Link>
        ) : (
          receiptId && <a href={routes.document(receiptId)}>{t("receipt")}</a>
        ),
    },
  ];
  return (
    <div className="mt-s">
      <DataTable
        caption={t("title")}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
      />
    </div>
  );
}

/** A draft is gone on with; what was sent is seen as it was acknowledged. */
function addressOf(callId: string, id: string, state: DeskRow["state"]): string {
  return state === "draft"
    ? routes.applicationStep(id, "riepilogo")
    : routes.staffDeskEntry(callId, id);
}

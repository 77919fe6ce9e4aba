import { useLocale, useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Pill } from "@/components/ui/pill";
import type { CopyDetails, CopyInSet } from "@/lib/calls/queries/call-sets";
import { numericDate, staffMoment } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";

/** The copies of a call side by side: what each lacks before it is published, and what came of it. */
export function SetTable({ copies }: { copies: CopyInSet[] }) {
  const t = useTranslations("copies");
  const staff = useTranslations("staff");
  const locale = useLocale();
  const columns: Column<CopyInSet>[] = [
    {
      key: "zone",
      header: t("columns.zone"),
      cell: (copy) => (
        <>
          <Name copy={copy} />
          <span className="sub">{copy.body}</span>
        </>
      ),
    },
    {
      key: "status",
      header: t("columns.status"),
      cell: ({ status }) => (
        <Pill tone={status === "draft" ? "plain" : "on"}>{staff(`callStatus.${status}`)}</Pill>
      ),
    },
    {
      key: "opens",
      header: t("columns.opens"),
      cell: ({ details }) =>
        details && (details.opensAt ? staffMoment(details.opensAt, locale) : t("noDay")),
    },
    {
      key: "closes",
      header: t("columns.closes"),
      cell: ({ details }) =>
        details && (details.closesAt ? staffMoment(details.closesAt, locale) : t("noDay")),
    },
    {
      key: "contacts",
      header: t("columns.contacts"),
      cell: ({ details }) => details && <Lines lines={details.contacts} none={t("noContact")} />,
    },
    {
      key: "places",
      header: t("columns.places"),
      cell: ({ details }) => details && <Places details={details} />,
    },
    { key: "check", header: t("columns.check"), cell: (copy) => <Check copy={copy} /> },
    {
      key: "received",
      header: t("columns.received"),
      number: true,
      cell: ({ status, received, own }) =>
        status === "draft" ? "–" : <Received count={received} own={own} />,
    },
  ];
  return (
    <DataTable
      caption={t("caption")}
      captionHidden
      columns={columns}
      rows={copies}
      rowKey={({ id }) => id}
    />
  );
}

/** Where one may go on: the editor, one's own page of the call, or the page of everybody. */
function Name({ copy }: { copy: CopyInSet }) {
  const { id, slug, status, own, details } = copy;
  const name = copy.zone ?? copy.body;
  if (own) {
    return (
      <Link href={status === "draft" ? routes.staffCallEdit(id) : routes.staffCall(id)}>
        {name}
      </Link>
    );
  }
  const isPublic = details && status !== "draft" && status !== "scheduled";
  return isPublic ? <Link href={routes.call(slug)}>{name}</Link> : name;
}

function Places({ details }: { details: CopyDetails }) {
  const t = useTranslations("copies");
  const seats = details.places === null ? [] : [t("seats", { count: details.places })];
  const meetings = details.meetings.map(
    ({ on, where }) => `${numericDate(on)}, ${where || t("noPlace")}`,
  );
  return <Lines lines={[...seats, ...meetings]} none="–" />;
}

function Lines({ lines, none }: { lines: string[]; none: string }) {
  if (lines.length === 0) return none;
  return (
    <ul className="list-unstyled mb-0">
      {[...new Set(lines)].map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** What the publication still wants; nothing of a call that is out. */
function Check({ copy }: { copy: CopyInSet }) {
  const t = useTranslations("copies");
  if (copy.status !== "draft") return "–";
  const { details, own } = copy;
  if (!details) return t("theirs");
  const { verdict, warnings } = details;
  const missing = verdict.ok || verdict.reason !== "incomplete" ? 0 : verdict.missing.length;
  return (
    <>
      {missing > 0 ? (
        <Pill tone="block">{t("missing", { count: missing })}</Pill>
      ) : verdict.ok ? (
        <Pill tone={warnings > 0 ? "warn" : "on"} icon={warnings > 0 ? "warn" : "check-s"}>
          {warnings > 0 ? t("warned", { count: warnings }) : t("ready")}
        </Pill>
      ) : (
        <Pill tone="block">{t("blocked")}</Pill>
      )}
      {!own && <span className="sub">{t("theirs")}</span>}
    </>
  );
}

/** Of others' calls fewer than five people are not counted out. */
function Received({ count, own }: { count: number; own: boolean }) {
  const t = useTranslations("copies");
  return !own && count > 0 && count < 5 ? t("few") : count;
}

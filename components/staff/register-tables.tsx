import { useLocale, useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { DataTable } from "@/components/ui/data-table";
import type { RecentCheck } from "@/lib/audit/recent-check";
import { staffMoment } from "@/lib/kernel/rome-words";
import type { ChainLine, RegisterLine } from "@/lib/review/queries/register-page";

const KINDS = [
  "application",
  "withdrawal",
  "integrationRequest",
  "integration",
  "decisionLetter",
  "certificate",
] as const;

/** Numbers without gaps, the latest first. */
export function RegisterTable({ lines }: { lines: RegisterLine[] }) {
  const t = useTranslations("staff");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("register.entries")}
      captionHidden
      tight
      columns={[
        {
          key: "number",
          header: t("register.number"),
          cell: ({ number }) => <span className="num">{number}</span>,
        },
        {
          key: "kind",
          header: t("register.kind"),
          cell: ({ kind }) => t(`registerKinds.${KINDS.find((one) => one === kind) ?? "other"}`),
        },
        {
          key: "at",
          header: t("register.at"),
          cell: ({ at }) => staffMoment(at, locale),
        },
      ]}
      rows={lines}
      rowKey={({ id }) => id}
    />
  );
}

/** The last events: codes as they were hashed, never names. */
export function ChainTable({ events }: { events: ChainLine[] }) {
  const t = useTranslations("staff");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("register.chain")}
      captionHidden
      tight
      columns={[
        {
          key: "sequence",
          header: t("register.number"),
          cell: ({ sequence }) => <span className="num">{sequence}</span>,
        },
        {
          key: "action",
          header: t("register.event"),
          cell: ({ action }) => <code className="ct-mono">{action}</code>,
        },
        { key: "at", header: t("register.at"), cell: ({ at }) => staffMoment(at, locale) },
        {
          key: "hash",
          header: t("register.hash"),
          cell: ({ hash }) => <code className="ct-mono">{hash.slice(0, 16)}…</code>,
        },
      ]}
      rows={events}
      rowKey={({ key }) => key}
    />
  );
}

/** What is known of a chain, and since when: the whole of it is computed at night, the rest now. */
export function ChainCheck({ check }: { check: RecentCheck }) {
  const t = useTranslations("staff");
  const locale = useLocale();
  const { brokenAt, whole, recomputed, waiting } = check;
  if (brokenAt !== undefined) {
    return (
      <Callout tone="error">
        <p>{t("register.broken", { sequence: brokenAt })}</p>
      </Callout>
    );
  }
  return (
    <Callout tone="done">
      <p>
        {whole
          ? t("register.wholeSince", {
              upTo: whole.upTo,
              when: staffMoment(whole.at, locale),
              count: recomputed,
            })
          : t("register.whole", { count: recomputed })}{" "}
        {waiting > 0 && t("register.waiting", { count: waiting })}
      </p>
    </Callout>
  );
}

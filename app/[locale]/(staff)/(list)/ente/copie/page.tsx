import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { StaffHead } from "@/components/layout/staff-page";
import { ButtonLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { callSets } from "@/lib/calls/queries/call-sets";
import { staffMoment } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";
import { readForTerritory } from "../../../staff-request";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("copies");
  return { title: t("title") };
}

/** Calls that were copied to several zones; staff of the region see those of everybody. */
export default async function CallSetsPage() {
  const t = await getTranslations("copies");
  const locale = await getLocale();
  const sets = await readForTerritory(routes.staffCallSets(), callSets);
  return (
    <>
      <StaffHead title={t("title")} text={t("text")} />
      {sets.length === 0 ? (
        <EmptyState title={t("empty.title")} text={t("empty.text")}>
          <ButtonLink href={routes.staffCalls()} look="outline">
            {t("empty.go")}
          </ButtonLink>
        </EmptyState>
      ) : (
        <DataTable
          caption={t("sets.caption")}
          captionHidden
          rows={sets}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "title",
              header: t("sets.title"),
              cell: ({ id, title }) => <Link href={routes.staffCallSet(id)}>{title}</Link>,
            },
            { key: "by", header: t("sets.by"), cell: ({ body }) => body },
            {
              key: "at",
              header: t("sets.at"),
              cell: ({ createdAt }) => staffMoment(createdAt, locale),
            },
            { key: "copies", header: t("sets.copies"), number: true, cell: (set) => set.copies },
            { key: "drafts", header: t("sets.drafts"), number: true, cell: (set) => set.drafts },
            {
              key: "received",
              header: t("sets.received"),
              number: true,
              cell: ({ received }) => (received > 0 && received < 5 ? t("few") : received),
            },
          ]}
        />
      )}
    </>
  );
}

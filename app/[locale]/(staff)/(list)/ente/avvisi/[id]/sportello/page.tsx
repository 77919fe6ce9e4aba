import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CallHead } from "@/components/staff/call-head";
import { DeskSearchForm } from "@/components/staff/desk-search";
import { DeskTable } from "@/components/staff/desk-table";
import { ButtonLink } from "@/components/ui/button";
import { Alert, Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { deskEntries } from "@/lib/applications/queries/desk-entries";
import { deskPage } from "@/lib/applications/queries/desk-page";
import { staffCall } from "@/lib/review/queries/staff-calls";
import { routes } from "@/lib/routes";
import { readAsStaff } from "../../../../../staff-request";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk");
  return { title: t("title") };
}

/** What the desk entered for a call, and the way to enter more. */
export default async function DeskPage({ params, searchParams }: Props) {
  const [{ id }, query, t, locale] = await Promise.all([
    params,
    searchParams,
    getTranslations("desk"),
    getLocale(),
  ]);
  const one = (name: string) => [query[name]].flat()[0] ?? "";
  const [text, after] = [one("q").trim().slice(0, 100), one("dopo")];
  const here = routes.staffDesk(id);
  const { call, rows, total, next, ways } = await readAsStaff(here, async (ctx) => ({
    call: await staffCall(ctx, id),
    ...(await deskPage(ctx, id)),
    ...(await deskEntries(ctx, id, { text, after })),
  }));
  const open = ways.some(({ reason }) => reason === undefined);
  const go = (entry?: string) =>
    `${here}?${new URLSearchParams({ ...(text && { q: text }), ...(entry && { dopo: entry }) })}`;
  return (
    <>
      <CallHead
        call={call}
        here="applications"
        title={t("title")}
        text={t("text")}
        actions={open && <ButtonLink href={routes.staffNewDeskEntry(id)}>{t("new")}</ButtonLink>}
      />
      {one("fatto") === "rinuncia" && <Alert tone="done">{t("givenUp")}</Alert>}
      {!open && <Callout tone="cotto">{t("closed")}</Callout>}
      {(total > 0 || text) && <DeskSearchForm address={here} text={text} />}
      {rows.length > 0 ? (
        <>
          <DeskTable callId={id} rows={rows} locale={locale === "en" ? "en" : "it"} />
          <Pagination
            label={t("list.pages")}
            range={t("list.range", { shown: rows.length, count: total })}
            next={next && go(next)}
            previous={after ? go() : undefined}
          />
        </>
      ) : text ? (
        <EmptyState title={t("list.nobody")} text={t("list.nobodyText")}>
          <ButtonLink href={here} look="outline">
            {t("list.all")}
          </ButtonLink>
        </EmptyState>
      ) : (
        <EmptyState title={t("none.title")} text={t("none.text")} />
      )}
    </>
  );
}

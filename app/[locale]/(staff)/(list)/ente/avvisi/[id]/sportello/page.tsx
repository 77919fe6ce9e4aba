import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CallHead } from "@/components/staff/call-head";
import { DeskTable } from "@/components/staff/desk-table";
import { FilterForm } from "@/components/staff/filter-form";
import { ButtonLink } from "@/components/ui/button";
import { Alert, Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { SavedViews } from "@/components/ui/segmented";
import { deskEntries } from "@/lib/applications/queries/desk-entries";
import { deskPage } from "@/lib/applications/queries/desk-page";
import { staffCall } from "@/lib/review/queries/staff-calls";
import { routes } from "@/lib/routes";
import { readAsStaff } from "../../../../../staff-request";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The view of those that are not sent. */
const DRAFTS = "da-finire";

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
  const drafts = one("stato") === DRAFTS;
  const here = routes.staffDesk(id);
  const { call, rows, counts, next, ways } = await readAsStaff(here, async (ctx) => ({
    call: await staffCall(ctx, id),
    ...(await deskPage(ctx, id)),
    ...(await deskEntries(ctx, id, { text, after, drafts })),
  }));
  const open = ways.some(({ reason }) => reason === undefined);
  const go = (view: string, entry?: string) =>
    `${here}?${new URLSearchParams({ ...(view && { stato: view }), ...(text && { q: text }), ...(entry && { dopo: entry }) })}`;
  const view = drafts ? DRAFTS : "";
  const some = counts.all > 0 || text !== "";
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
      {some && (
        <>
          <SavedViews
            label={t("list.views")}
            views={[
              { label: t("list.every"), href: go(""), count: counts.all, current: !drafts },
              { label: t("list.drafts"), href: go(DRAFTS), count: counts.drafts, current: drafts },
            ]}
          />
          <FilterForm
            address={here}
            view={view}
            find={t("list.find")}
            text={text}
            submit={t("list.apply")}
          />
        </>
      )}
      {rows.length > 0 ? (
        <>
          <DeskTable callId={id} rows={rows} locale={locale === "en" ? "en" : "it"} />
          <Pagination
            label={t("list.pages")}
            range={t("list.range", {
              shown: rows.length,
              count: drafts ? counts.drafts : counts.all,
            })}
            next={next && go(view, next)}
            previous={after ? go(view) : undefined}
          />
        </>
      ) : drafts && !text && counts.all > 0 ? (
        <EmptyState title={t("list.noDrafts")} text={t("list.noDraftsText")}>
          <ButtonLink href={here} look="outline">
            {t("list.all")}
          </ButtonLink>
        </EmptyState>
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

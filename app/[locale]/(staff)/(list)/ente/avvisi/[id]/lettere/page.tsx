import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { CallHead } from "@/components/staff/call-head";
import { LetterPreview } from "@/components/staff/letter-preview";
import { LetterTable } from "@/components/staff/letter-table";
import { StackedBar } from "@/components/ui/bars";
import { Alert } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { SavedViews } from "@/components/ui/segmented";
import { LETTER_VIEWS, type LetterView, readLetterView } from "@/lib/review/core/letter-views";
import { lettersPage } from "@/lib/review/queries/letters";
import { routes } from "@/lib/routes";
import { retryLetterAction } from "../../../../../review-actions";
import { readAsStaff } from "../../../../../staff-request";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff");
  return { title: t("letters.title") };
}

/** The letters of an outcome: one bar for all, the list, and the one that is open. */
export default async function LettersPage({ params, searchParams }: Props) {
  const t = await getTranslations("staff");
  const { id } = await params;
  const given = await searchParams;
  const one = (name: string) => [given[name]].flat()[0] ?? "";
  const view = readLetterView(one("stato"));
  const request = { view, after: one("dopo"), open: one("lettera") };
  const address = routes.staffLetters(id);
  const page = await readAsStaff(address, (ctx) => lettersPage(ctx, id, request));
  const { call, rows, counts, expected, next } = page;
  const go = (change: Record<string, string>) => {
    const wanted = { ...(view !== "tutte" && { stato: view }), ...change };
    return `${address}?${new URLSearchParams(wanted)}`.replace(/\?$/, "");
  };
  const inView = (wanted: LetterView) => {
    const states: readonly string[] = LETTER_VIEWS[wanted];
    const own = counts.filter(({ state }) => states.length === 0 || states.includes(state));
    return own.reduce((sum, { count }) => sum + count, 0);
  };
  const written = inView("tutte");
  return (
    <>
      <CallHead call={call} here="letters" title={t("letters.title")} text={t("letters.text")} />
      {given.fatto === "esito" && <Alert tone="done">{t("letters.outcomeDone")}</Alert>}
      {given.fatto === "riprova" && <Alert tone="done">{t("letters.retried")}</Alert>}
      {expected === 0 ? (
        <EmptyState title={t("letters.none.title")} text={t("letters.none.text")} />
      ) : (
        <ClientMessages namespaces={["staff"]}>
          <Panel>
            <p role="status">
              {t("letters.progress", { sent: inView("inviate"), written, count: expected })}
            </p>
            <StackedBar
              title={t("letters.bar")}
              description={t("letters.barText", { written, count: expected })}
              unit={t("letters.unit")}
              parts={[
                { label: t("letterViews.inviate"), value: inView("inviate"), tone: "strong" },
                {
                  label: t("letterViews.non-arrivate"),
                  value: inView("non-arrivate"),
                  tone: "warn",
                },
                { label: t("letterViews.in-coda"), value: inView("in-coda"), tone: "mid" },
                {
                  label: t("letters.others"),
                  value: Math.max(0, expected - written) + inView("senza-posta"),
                  tone: "soft",
                },
              ]}
            />
          </Panel>
          <div className="st-cols let mt-m">
            <div>
              <h2 className="visually-hidden">{t("letters.list")}</h2>
              <SavedViews
                label={t("letters.views")}
                views={(Object.keys(LETTER_VIEWS) as LetterView[]).map((wanted) => ({
                  label: t(`letterViews.${wanted}`),
                  href: wanted === "tutte" ? address : `${address}?stato=${wanted}`,
                  count: inView(wanted),
                  current: wanted === view,
                }))}
              />
              {rows.length > 0 ? (
                <LetterTable rows={rows} open={page.open?.id} go={go} />
              ) : (
                <p className="soft mt-m">{t("letters.empty")}</p>
              )}
              <Pagination
                label={t("letters.list")}
                range={t("letters.range", { count: rows.length })}
                next={next && go({ dopo: next })}
                previous={request.after ? go({}) : undefined}
              />
            </div>
            {page.open && (
              <LetterPreview
                callId={id}
                letter={page.open}
                retry={retryLetterAction}
                mayRetry={page.mayRetry}
              />
            )}
          </div>
        </ClientMessages>
      )}
    </>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CallHead } from "@/components/staff/call-head";
import { ContestedNote } from "@/components/staff/contested-note";
import { ExportLinks } from "@/components/staff/export-links";
import { QueueFilters } from "@/components/staff/queue-filters";
import { QueueTable } from "@/components/staff/queue-table";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { queueQuery, readQueueRequest } from "@/lib/review/core/queue-views";
import { contestedApplications } from "@/lib/review/queries/contested-applications";
import { reviewQueue } from "@/lib/review/queries/review-queue";
import { routes } from "@/lib/routes";
import { readAsStaff } from "../../../../../staff-request";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff");
  return { title: t("track.applications") };
}

/** The applications of a call. The address holds view, filters and order. */
export default async function QueuePage({ params, searchParams }: Props) {
  const t = await getTranslations("staff");
  const { id } = await params;
  const request = readQueueRequest(await searchParams);
  const address = routes.staffApplications(id);
  const { contested, ...queue } = await readAsStaff(address, async (ctx) => ({
    ...(await reviewQueue(ctx, id, request)),
    contested: await contestedApplications(ctx, id),
  }));
  const { call, rows, total, next, nextToCheck } = queue;
  const { counts } = call;
  const done = counts.received - counts.toCheck;
  const reviewing = request.view === "da-controllare";
  const go = (change: Parameters<typeof queueQuery>[1]) =>
    `${address}?${new URLSearchParams(queueQuery(request, change))}`.replace(/\?$/, "");
  return (
    <>
      <CallHead
        call={call}
        here={reviewing ? "review" : "applications"}
        title={reviewing ? t("track.review") : t("track.applications")}
        text={t("queue.text", { done, count: counts.received })}
        actions={
          nextToCheck && call.state === "underReview" ? (
            <ButtonLink href={routes.staffApplication(id, nextToCheck)}>
              {t("queue.next")}
            </ButtonLink>
          ) : undefined
        }
      />
      <ContestedNote callId={id} contested={contested} />
      <QueueFilters address={address} request={request} views={queue.views} go={go} />
      {rows.length > 0 ? (
        <>
          <QueueTable callId={id} rows={rows} order={request.order} go={go} />
          <Pagination
            label={t("queue.pages")}
            range={t("queue.range", { shown: rows.length, count: total })}
            next={next && go({ after: next })}
            previous={request.after && go({})}
          />
          <ExportLinks
            address={(format) =>
              routes.staffApplicationExport(
                id,
                `${new URLSearchParams({ ...queueQuery(request, {}), formato: format })}`,
              )
            }
          />
        </>
      ) : counts.received + counts.withdrawn === 0 ? (
        <EmptyState title={t("queue.none.title")} text={t("queue.none.text")} />
      ) : (
        <EmptyState title={t("queue.empty.title")} text={t("queue.empty.text")}>
          <ButtonLink href={address} look="outline">
            {t("queue.empty.clear")}
          </ButtonLink>
        </EmptyState>
      )}
    </>
  );
}

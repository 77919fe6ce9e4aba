import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AttemptTable } from "@/components/staff/attempt-table";
import { CallHead } from "@/components/staff/call-head";
import { TermPanel } from "@/components/staff/term-panel";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { callEvidence } from "@/lib/review/queries/call-evidence";
import { routes } from "@/lib/routes";
import { readAsStaff } from "../../../../../staff-request";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const read = (id: string, before: string) =>
  readAsStaff(routes.staffCallEvidence(id), (ctx) => callEvidence(ctx, id, before));

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("deadline");
  return { title: t("evidence.title") };
}

/** What there is to answer a dispute about the end of a call. */
export default async function EvidencePage({ params, searchParams }: Props) {
  const t = await getTranslations("deadline");
  const { id } = await params;
  const before = [(await searchParams).prima].flat()[0] ?? "";
  const { call, attempts, total, next, lost, now } = await read(id, before);
  const here = routes.staffCallEvidence(call.id);
  return (
    <>
      <CallHead call={call} here="call" title={t("evidence.title")} text={t("evidence.text")} />
      <div className="st-cols c-2-1 mt-m">
        <section className="stack" aria-labelledby="attempts">
          <h2 id="attempts">{t("attempts.title")}</h2>
          {attempts.length === 0 ? (
            <EmptyState level={3} title={t("attempts.none.title")} text={t("attempts.none.text")} />
          ) : (
            <>
              <p className="soft">{t("attempts.text")}</p>
              <AttemptTable attempts={attempts} />
              <Pagination
                label={t("attempts.title")}
                range={t("attempts.range", { count: total })}
                next={next && `${here}?prima=${next}`}
                previous={before ? here : undefined}
              />
            </>
          )}
        </section>
        <TermPanel call={call} lost={lost} now={now} locale={await getLocale()} />
      </div>
    </>
  );
}

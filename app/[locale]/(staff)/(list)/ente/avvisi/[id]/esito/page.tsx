import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { CallHead } from "@/components/staff/call-head";
import { OutcomeForm } from "@/components/staff/outcome-form";
import { OutcomeTable } from "@/components/staff/outcome-table";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { personOf } from "@/lib/auth/actor";
import { formToken } from "@/lib/auth/form-origin";
import { dateAndHour } from "@/lib/kernel/rome-words";
import { outcomePage } from "@/lib/review/queries/outcome-page";
import { routes } from "@/lib/routes";
import { publishOutcomeAction } from "../../../../../review-actions";
import { readAsStaff } from "../../../../../staff-request";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff");
  return { title: t("track.outcome") };
}

/** The outcome of a call: what it will say, what follows, and the button that publishes it. */
export default async function OutcomeStaffPage({ params }: Props) {
  const t = await getTranslations("staff");
  const locale = await getLocale();
  const { id } = await params;
  const { token, ...page } = await readAsStaff(routes.staffOutcome(id), async (ctx) => ({
    ...(await outcomePage(ctx, id)),
    token: formToken("publishOutcome", personOf(ctx.actor) ?? "", id),
  }));
  const { call, entries, published } = page;
  return (
    <ClientMessages namespaces={["staff"]}>
      <CallHead
        call={call}
        here="outcome"
        title={t("track.outcome")}
        text={t("outcome.text", {
          admitted: call.counts.admitted,
          refused: call.counts.inadmissible + call.counts.notAdmitted,
          waiting: call.counts.toCheck + call.counts.toDecide,
        })}
      />
      {published && (
        <Callout tone="done">
          <p>
            {t("outcome.published", {
              act: published.actNumber,
              moment: dateAndHour(published.at, locale),
              until: dateAndHour(published.expiresAt, locale),
            })}{" "}
            <Link href={routes.callOutcome(call.slug)}>{t("outcome.see")}</Link>
          </p>
        </Callout>
      )}
      {entries.length === 0 ? (
        <EmptyState title={t("outcome.none.title")} text={t("outcome.none.text")} />
      ) : (
        <div className="st-cols c-2-1 mt-m">
          <OutcomeTable callId={call.id} entries={entries} />
          {!published && <OutcomeForm page={page} publish={publishOutcomeAction} token={token} />}
        </div>
      )}
    </ClientMessages>
  );
}

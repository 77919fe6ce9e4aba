import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CallHead } from "@/components/staff/call-head";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { SeriesList } from "@/components/workshops/series-list";
import { staffCall } from "@/lib/review/queries/staff-calls";
import { routes } from "@/lib/routes";
import { workshopsPolicy } from "@/lib/workshops/policy";
import { seriesForStaff } from "@/lib/workshops/queries/series-for-staff";
import { readAsStaff } from "../../../../../staff-request";

type Props = { params: Promise<{ id: string }> };

const read = (id: string) =>
  readAsStaff(routes.staffCallWorkshops(id), async (ctx) => {
    const call = await staffCall(ctx, id);
    return {
      call,
      series: await seriesForStaff(ctx, id),
      mayPlan: workshopsPolicy.can(ctx.actor, "series.plan", call),
    };
  });

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("workshops");
  return { title: t("list.title") };
}

/** The cycles of a call. */
export default async function CallWorkshops({ params }: Props) {
  const t = await getTranslations("workshops");
  const { call, series, mayPlan } = await read((await params).id);
  const plan = mayPlan && (
    <ButtonLink
      href={routes.staffPlanSeries(call.id)}
      look={series.length > 0 ? "outline" : "primary"}
    >
      {t("list.plan")}
    </ButtonLink>
  );
  return (
    <>
      <CallHead
        call={call}
        here="workshops"
        title={t("list.title")}
        text={t("list.ofCall", { count: series.length })}
        actions={series.length > 0 && plan}
      />
      {series.length > 0 ? (
        <SeriesList series={series} locale={await getLocale()} />
      ) : (
        <EmptyState title={t("list.noneOfCall")} text={t("list.noneOfCallText")}>
          {plan}
        </EmptyState>
      )}
    </>
  );
}

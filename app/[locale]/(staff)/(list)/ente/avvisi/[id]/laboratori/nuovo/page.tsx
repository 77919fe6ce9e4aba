import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { CallHead } from "@/components/staff/call-head";
import { PlanForm } from "@/components/workshops/plan-form";
import { staffCall } from "@/lib/review/queries/staff-calls";
import { routes } from "@/lib/routes";
import { planPage } from "@/lib/workshops/queries/plan-page";
import { readAsStaff } from "../../../../../../staff-request";
import { planSeriesAction } from "../../../../../../workshop-actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("workshops");
  return { title: t("plan.title") };
}

/** A new cycle for whom a call admitted. */
export default async function PlanSeries({ params }: Props) {
  const { id } = await params;
  const t = await getTranslations("workshops");
  const { call, page } = await readAsStaff(routes.staffPlanSeries(id), async (ctx) => ({
    call: await staffCall(ctx, id),
    page: await planPage(ctx, id),
  }));
  return (
    <ClientMessages namespaces={["workshopForms"]}>
      <CallHead
        call={call}
        here="workshops"
        title={t("plan.title")}
        text={t("plan.text", { admitted: page.admitted })}
      />
      <PlanForm page={page} action={planSeriesAction} />
    </ClientMessages>
  );
}

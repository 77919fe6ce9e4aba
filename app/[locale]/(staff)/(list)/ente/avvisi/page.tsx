import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffHead } from "@/components/layout/staff-page";
import { CallTable } from "@/components/staff/call-table";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { SavedViews } from "@/components/ui/segmented";
import { CALL_VIEWS, inCallView, readCallView } from "@/lib/review/core/call-views";
import { staffCalls } from "@/lib/review/queries/staff-calls";
import { routes } from "@/lib/routes";
import { readAsStaff } from "../../../staff-request";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff");
  return { title: t("menu.calls") };
}

/** The calls of the bodies one works for. */
export default async function CallsPage({ searchParams }: Props) {
  const t = await getTranslations("staff");
  const { stato } = await searchParams;
  const view = readCallView(stato);
  const calls = await readAsStaff(routes.staffCalls(), staffCalls);
  const shown = calls.filter((call) => inCallView(view, call.status));
  return (
    <>
      <StaffHead
        title={t("menu.calls")}
        text={t("calls.text", { count: calls.length })}
        actions={
          <ButtonLink href={routes.staffNewCall()} icon="plus">
            {t("today.newCall")}
          </ButtonLink>
        }
      />
      <SavedViews
        label={t("calls.views")}
        views={CALL_VIEWS.map((one) => ({
          label: t(`callViews.${one}`),
          href: one === "tutti" ? routes.staffCalls() : `${routes.staffCalls()}?stato=${one}`,
          count: calls.filter((call) => inCallView(one, call.status)).length,
          current: one === view,
        }))}
      />
      {shown.length > 0 ? (
        <CallTable calls={shown} />
      ) : (
        <EmptyState title={t("calls.empty.title")} text={t("calls.empty.text")}>
          <ButtonLink href={routes.staffCalls()} look="outline">
            {t("calls.empty.all")}
          </ButtonLink>
        </EmptyState>
      )}
    </>
  );
}

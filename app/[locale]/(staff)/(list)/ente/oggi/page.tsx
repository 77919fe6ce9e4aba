import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { StaffHead } from "@/components/layout/staff-page";
import { CallFunnels } from "@/components/staff/call-funnels";
import { TaskGroups } from "@/components/staff/task-groups";
import { WaitingPanel } from "@/components/staff/waiting-threads";
import { WeekStrip } from "@/components/staff/week-strip";
import { ButtonLink } from "@/components/ui/button";
import { dayAndMonth, weekdayName } from "@/lib/kernel/rome-words";
import { staffToday } from "@/lib/review/queries/staff-today";
import { routes } from "@/lib/routes";
import { readAsStaff } from "../../../staff-request";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff");
  return { title: t("menu.today") };
}

/** What needs doing today, ordered by the time that is left. */
export default async function TodayPage() {
  const t = await getTranslations("staff");
  const locale = await getLocale();
  const today = await readAsStaff(routes.staffHome(), async (ctx) => ({
    ...(await staffToday(ctx)),
    now: ctx.now,
  }));
  const day = today.week[0]?.day ?? "";
  return (
    <>
      <StaffHead
        title={t("today.title", { day: `${weekdayName(day, locale)} ${dayAndMonth(day, locale)}` })}
        text={t("today.summary", { count: today.tasks.length })}
        actions={
          <ButtonLink href={routes.staffNewCall()} look="outline" icon="plus">
            {t("today.newCall")}
          </ButtonLink>
        }
      />
      <WeekStrip week={today.week} />
      <div className="st-cols c-2-1 mt-l">
        <TaskGroups tasks={today.tasks} />
        <div>
          <WaitingPanel threads={today.messages.threads} total={today.messages.total} />
          <CallFunnels calls={today.funnels} now={today.now} />
        </div>
      </div>
    </>
  );
}

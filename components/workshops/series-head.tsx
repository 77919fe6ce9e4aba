import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StaffHead } from "@/components/layout/staff-page";
import { CallHead } from "@/components/staff/call-head";
import { Link } from "@/components/ui/link";
import type { StaffCall } from "@/lib/review/queries/staff-calls";
import { routes } from "@/lib/routes";

type Props = {
  /** The call of the cycle; undefined where the reader has no part in it. */
  call: StaffCall | undefined;
  series: { id: string; title: string };
  here: "meetings" | "attendance";
  text: ReactNode;
  actions?: ReactNode;
};

/** Top of the two pages of a cycle: the call's track, the title, the switch between the two. */
export function SeriesHead({ call, series, here, text, actions }: Props) {
  const t = useTranslations("workshops");
  const views = (
    <nav className="st-seg" aria-label={t("views.label")}>
      <Link
        href={routes.staffSeries(series.id)}
        aria-current={here === "meetings" ? "page" : undefined}
      >
        {t("views.meetings")}
      </Link>
      <Link
        href={routes.staffSeriesAttendance(series.id)}
        aria-current={here === "attendance" ? "page" : undefined}
      >
        {t("views.attendance")}
      </Link>
    </nav>
  );
  const both = (
    <>
      {views}
      {actions}
    </>
  );
  const title = here === "meetings" ? series.title : t("attendance.title", { title: series.title });
  if (call) {
    return <CallHead call={call} here="workshops" title={title} text={text} actions={both} />;
  }
  return (
    <>
      <p className="st-crumb ws-crumb">
        <Link href={routes.staffWorkshops()}>{t("list.title")}</Link>
        <span aria-hidden="true">/</span>
        <strong>{series.title}</strong>
      </p>
      <StaffHead title={title} text={text} actions={both} />
    </>
  );
}

/** Way back to the cycle, over the pages of one meeting. */
export function MeetingCrumb({ series }: { series: { id: string; title: string } }) {
  const t = useTranslations("workshops");
  return (
    <p className="st-crumb ws-crumb">
      <Link href={routes.staffWorkshops()}>{t("list.title")}</Link>
      <span aria-hidden="true">/</span>
      <Link href={routes.staffSeries(series.id)}>{series.title}</Link>
    </p>
  );
}

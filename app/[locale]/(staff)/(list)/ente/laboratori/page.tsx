import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { StaffHead } from "@/components/layout/staff-page";
import { SeriesList } from "@/components/workshops/series-list";
import { routes } from "@/lib/routes";
import { seriesForStaff } from "@/lib/workshops/queries/series-for-staff";
import { readAsStaff } from "../../../staff-request";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("workshops");
  return { title: t("list.title") };
}

/** The cycles of one's bodies, the next meeting first. */
export default async function Workshops() {
  const t = await getTranslations("workshops");
  const series = await readAsStaff(routes.staffWorkshops(), (ctx) => seriesForStaff(ctx));
  return (
    <>
      <StaffHead title={t("list.title")} text={t("list.text", { count: series.length })} />
      <SeriesList series={series} locale={await getLocale()} />
    </>
  );
}

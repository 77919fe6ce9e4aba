import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { Alert } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { SavedViews } from "@/components/ui/segmented";
import { AttendanceMatrix } from "@/components/workshops/attendance-matrix";
import { AttendanceTrend } from "@/components/workshops/attendance-trend";
import { CertificatesPanel } from "@/components/workshops/certificates-panel";
import { SeriesHead } from "@/components/workshops/series-head";
import { routes } from "@/lib/routes";
import { inMatrixView, MATRIX_VIEWS } from "@/lib/workshops/core/matrix";
import { issueCertificatesAction } from "../../../../../workshop-actions";
import { nextMeeting, readSeries } from "../../../../../workshop-pages";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("workshops");
  const { series } = await readSeries((await params).id);
  return { title: t("attendance.title", { title: series.title }) };
}

/** Attendance across the meetings, who can still reach the certificate, the certificates. */
export default async function Attendance({ params, searchParams }: Props) {
  const { series, call, now } = await readSeries((await params).id);
  const t = await getTranslations("workshops");
  const { vista, fatto, persone } = await searchParams;
  const view = MATRIX_VIEWS.find((one) => one === vista) ?? "tutti";
  const { participants, threshold, meetings } = series;
  const rows = participants.filter((row) => inMatrixView(row, threshold, view));
  const address = routes.staffSeriesAttendance(series.id);
  return (
    <ClientMessages namespaces={["workshopForms"]}>
      <SeriesHead
        call={call}
        series={series}
        here="attendance"
        text={t("attendance.text", {
          held: meetings.filter((one) => one.state === "held").length,
          meetings: meetings.filter((one) => one.state !== "cancelled").length,
          threshold,
        })}
      />
      {fatto === "attestati" && (
        <Alert tone="done">{t("certificates.done", { issued: Number(persone ?? 0) })}</Alert>
      )}
      <div className="st-cols att mt-m">
        <div>
          <SavedViews
            label={t("matrix.views")}
            views={MATRIX_VIEWS.map((one) => ({
              label: t(`matrix.view.${one}`),
              href: one === "tutti" ? address : `${address}?vista=${one}`,
              count: participants.filter((row) => inMatrixView(row, threshold, one)).length,
              current: one === view,
            }))}
          />
          {rows.length > 0 ? (
            <AttendanceMatrix
              series={series}
              rows={rows}
              nextId={nextMeeting(series, now)?.id}
              locale={await getLocale()}
            />
          ) : (
            <EmptyState
              title={participants.length === 0 ? t("matrix.nobody") : t("matrix.noneHere")}
              text={participants.length === 0 ? t("matrix.nobodyText") : undefined}
            />
          )}
        </div>
        <div className="stack">
          <AttendanceTrend meetings={meetings} />
          <CertificatesPanel series={series} action={issueCertificatesAction} />
        </div>
      </div>
    </ClientMessages>
  );
}

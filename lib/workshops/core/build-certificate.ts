import type { CertificateView } from "./certificate-view";
import type { AttendanceState } from "./threshold";

type Held = { id: string; number: number; title: string; startsAt: Date; endsAt: Date };
type Series = {
  title: string;
  threshold: number;
  bodyName: string;
  officeName: string;
  zoneName: string | null;
};
type Holder = {
  name: string;
  organisationName: string;
  attendance: Readonly<Record<string, AttendanceState>>;
};
type Issue = { code: string; verifyUrl: string; issuedAt: string; registerNumber: string };

/** What the certificate of one person says, from the meetings that were held. */
export function buildCertificate(
  series: Series,
  meetings: readonly Held[],
  holder: Holder,
  issue: Issue,
): CertificateView {
  const listed = meetings.map((one) => ({
    ...one,
    attended: (holder.attendance[one.id] ?? "absent") !== "absent",
  }));
  const attended = listed.filter((one) => one.attended);
  const milliseconds = attended.reduce(
    (sum, one) => sum + (one.endsAt.getTime() - one.startsAt.getTime()),
    0,
  );
  return {
    ...issue,
    bodyName: series.bodyName,
    officeName: series.officeName,
    zoneName: series.zoneName ?? "",
    holderName: holder.name,
    organisationName: holder.organisationName,
    seriesTitle: series.title,
    attended: attended.length,
    total: listed.length,
    threshold: series.threshold,
    minutes: Math.round(milliseconds / 60_000),
    meetings: listed.map((one) => ({
      number: one.number,
      title: one.title,
      startsAt: one.startsAt.toISOString(),
      endsAt: one.endsAt.toISOString(),
      attended: one.attended,
    })),
  };
}

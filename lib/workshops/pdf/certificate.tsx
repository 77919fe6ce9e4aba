import { romeDate } from "@/lib/kernel/rome-time";
import { dateWords, dayPhrase, hourRange, longDate } from "@/lib/kernel/rome-words";
import { BodyLetter } from "@/lib/pdf/body-letter";
import { H1, H2, Lead, P, Small, Strong } from "@/lib/pdf/components";
import { type DocumentWords, documentWords } from "@/lib/pdf/document-words";
import { DataTable } from "@/lib/pdf/tables";
import type { CertificateView } from "../core/certificate-view";

declare module "@/lib/pdf/pool" {
  interface PdfViews {
    certificate: CertificateView;
  }
}

/** Certificates are acts of the body: they are written in Italian. */
const locale = "it";

/** That somebody took part, and in which meetings. */
export function Certificate({ view }: { view: CertificateView }) {
  const t = documentWords(locale);
  const facts = {
    title: view.seriesTitle,
    // A call of the whole body has no zone: the sentence leaves it out.
    zone: view.zoneName || "none",
    attended: view.attended,
    total: view.total,
    hours: hoursOf(view.minutes, t),
  };
  return (
    <BodyLetter
      title={t("certificate.titleOf", { name: view.holderName })}
      view={{
        ...{ locale, issuedAt: view.issuedAt },
        body: {
          name: view.bodyName,
          office: view.officeName,
          ...{ address: "", pec: "", email: "", phone: "" },
        },
        verification: { code: view.code, link: view.verifyUrl },
      }}
      t={t}
    >
      <H1>{t("certificate.title")}</H1>
      <Lead>
        {t("certificate.lead", { body: view.bodyName })} <Strong>{view.holderName}</Strong>{" "}
        {view.organisationName
          ? t("certificate.sentenceFor", { ...facts, organisation: view.organisationName })
          : t("certificate.sentence", facts)}
      </Lead>
      <H2>{t("certificate.meetings")}</H2>
      <Meetings view={view} t={t} />
      <P>
        {t("certificate.issued", {
          onDate: dayPhrase("on", dateWords(romeDate(new Date(view.issuedAt)), locale), locale),
          number: view.registerNumber,
        })}
      </P>
      <Small>{t("certificate.threshold", { threshold: view.threshold, total: view.total })}</Small>
    </BodyLetter>
  );
}

function Meetings({ view, t }: { view: CertificateView; t: DocumentWords }) {
  return (
    <DataTable
      rowHeaders
      columns={[
        { label: t("certificate.number"), share: 0.5 },
        { label: t("certificate.meeting"), share: 3 },
        { label: t("certificate.when"), share: 4 },
        { label: t("certificate.attendance"), share: 1.3 },
      ]}
      rows={view.meetings.map((meeting) => {
        const [from, to] = [new Date(meeting.startsAt), new Date(meeting.endsAt)];
        return [
          String(meeting.number),
          meeting.title,
          `${longDate(romeDate(from), locale)}, ${hourRange(from, to, locale)}`,
          meeting.attended ? t("certificate.present") : t("certificate.absent"),
        ];
      })}
    />
  );
}

function hoursOf(minutes: number, t: DocumentWords): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return rest === 0
    ? t("certificate.hours", { hours })
    : t("certificate.hoursAndMinutes", { hours, minutes: rest });
}

import { useLocale, useTranslations } from "next-intl";
import { create } from "qrcode";
import { Mark } from "@/components/ui/mark";
import type { ReceiptView } from "@/lib/applications/core/receipt-view";
import { offsetText, romeParts } from "@/lib/kernel/rome-time";
import { dateWords, numericDate } from "@/lib/kernel/rome-words";

/** The receipt in short, as the page shows it; the PDF is the document. */
export function ReceiptSheet({ view }: { view: ReceiptView }) {
  const t = useTranslations("applications");
  const locale = useLocale();
  const at = new Date(view.receivedAt);
  const { date, time } = romeParts(at);
  return (
    <article className="ct-sheet" aria-label={t("sent.sheet")}>
      <header>
        <Mark />
        <span>
          {view.body.name}
          <br />
          <span className="fw-normal">{t("sent.receipt")}</span>
        </span>
      </header>
      <dl>
        <dt>{t("sent.presented")}</dt>
        <dd className="ct-num">
          {locale === "it" ? numericDate(date) : dateWords(date, locale)}, {time}
          <br />
          <span className="fw-normal">({offsetText(at)})</span>
          {view.late && (
            <>
              <br />
              <span className="fw-normal">{t("sent.late")}</span>
            </>
          )}
        </dd>
        <dt>{t("sent.number")}</dt>
        <dd className="ct-num">{view.application.registerNumber}</dd>
        <dt>{t("sent.by")}</dt>
        <dd>{view.applicant.name}</dd>
        <dt>{t("sent.protocol")}</dt>
        <dd>{t("sent.pending")}</dd>
      </dl>
      <div className="qr">
        <QrCode text={view.verification.link} label={t("sent.qr")} />
        <p className="m-0">
          {t("sent.verify")}
          <br />
          <strong className="ct-mono">{view.verification.code}</strong>
        </p>
      </div>
    </article>
  );
}

/** Dark modules as one path: sharp at any size, and no image is asked for. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const { size } = modules;
  const dark = Array.from({ length: size * size }, (_, at) => at).filter((at) => modules.data[at]);
  const path = dark.map((at) => `M${at % size} ${Math.floor(at / size)}h1v1h-1z`).join("");
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={path} fill="#06251f" />
    </svg>
  );
}

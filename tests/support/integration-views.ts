import type { ReceiptView } from "@/lib/applications/core/receipt-view";
import type { PdfViews } from "@/lib/pdf/pool";

/** A request of the office and the receipt of its answer; `name` stands wherever people write a text. */
export function integrationViews(
  { locale, body, call, application, applicant, verification, files, digest }: ReceiptView,
  name: string,
): Pick<PdfViews, "integrationRequest" | "integrationReceipt"> {
  const closesAt = "2026-12-07T22:59:59.000Z";
  const registerNumber = "0000202/2026";
  return {
    integrationRequest: {
      ...{ kind: "integrationRequest", locale, body, call, registerNumber, closesAt, verification },
      application: {
        ...{ id: application.id, code: application.code },
        submittedAt: "2026-11-25T17:41:07.123456Z",
        submittedNumber: "0000147/2026",
      },
      applicant: { name },
      items: [
        { label: "Atto di delega", missing: `Il file di ${name} si ferma a pagina 1.` },
        { label: "Partner: Partner 2", missing: "Manca il codice fiscale.\nManca la sede." },
      ],
      reason: `Per valutare la candidatura di ${name} servono due documenti.`,
      days: 10,
      responsibleOfficer: "Marta Neri",
      answerLink: "https://cantieri.example.it/candidature/1/integrazione",
      issuedAt: "2026-11-27T09:00:00.000000Z",
    },
    integrationReceipt: {
      ...{ kind: "integrationReceipt", locale, body, call, applicant, verification, files, digest },
      application: {
        ...application,
        registerNumber: "0000203/2026",
        submission: 2,
        replaces: null,
      },
      receivedAt: "2026-12-04T17:41:07.123456Z",
      channel: "web",
      identityLevel: "mailbox",
      request: { registerNumber, requestedAt: "2026-11-27T09:00:00.000000Z", closesAt },
      changed: ["Atto di delega", `Partner di ${name}`],
      earlier: { registerNumber: "0000147/2026", digest: "0f".repeat(32) },
    },
  };
}

import type { ReceiptView, WithdrawalReceiptView } from "@/lib/applications/core/receipt-view";
import type { pdfKinds } from "@/lib/documents/pdf-kinds";
import type { PdfViews } from "@/lib/pdf/pool";
import { integrationViews } from "./integration-views";

type Views = { [Kind in keyof typeof pdfKinds]: PdfViews[Kind] };

/** One view of each kind of document; `name` stands wherever people write a text. */
export function documentViews(name: string, locale = "it", code = "K7QF-2M9D-XR4T-8"): Views {
  const verification = { code, link: `https://cantieri.example.it/verifica/${code}` };
  const body: ReceiptView["body"] = {
    name: "Società della Salute Valdera Alta Val di Cecina",
    ipaCode: "sdsvaldera",
    office: "Ufficio Partecipazione",
    address: "via Fantozzi 14, 56025 Pontedera (PI)",
    pec: "sds.valdera@pec.example.it",
    email: "partecipa@sdsvaldera.example.it",
    phone: "0587 000000",
  };
  const call: ReceiptView["call"] = {
    title: "Laboratori di comunità per la salute di prossimità",
    code: "VAL-2026-01",
    version: 2,
    actNumber: "Determina n. 87",
    actDate: "2026-10-20",
    link: "https://cantieri.example.it/avvisi/laboratori-di-comunita-valdera",
  };
  const applicant: ReceiptView["applicant"] = {
    name,
    track: "organisation",
    submittedBy: "Lucia Bianchi",
    quality: "representative",
  };
  const receipt: ReceiptView = {
    kind: "receipt",
    locale,
    body,
    call,
    application: {
      id: "01a1fff4-da24-74c4-9532-07f0ff4891c0",
      code: "VAL-2026-0042",
      registerNumber: "0000147/2026",
      submission: 2,
      replaces: "0000139/2026",
    },
    receivedAt: "2026-11-25T17:41:07.123456Z",
    late: "2026-11-25T11:00:00.000Z",
    applicant,
    channel: "web",
    identityLevel: "mailbox",
    files: [
      { name: `Statuto ${name}.pdf`, size: 1_234_567, sha256: "ab".repeat(32) },
      { name: "verbale_assemblea_2026.pdf", size: 48_213, sha256: "0f".repeat(32) },
    ],
    digest: "b22027ecc14c82fd12c41858ad8ea4917546c98160af973c9543a9417ecfaa7f",
    protocol: null,
    procedure: {
      object: "Formazione del gruppo dei laboratori di comunità",
      responsibleOfficer: "Marta Neri",
      digitalDomicile: "sds.valdera@pec.example.it",
      days: 30,
      endsOn: "2026-12-30",
      remedy: "Ricorso al TAR Toscana (art. 31 c.p.a.)",
      substituteHolder: "Paolo Verdi, direttore",
      office: "Ufficio Partecipazione",
    },
    nextSteps: [
      { kind: "callCloses", at: "2026-11-30T11:00:00Z" },
      {
        kind: "meeting",
        on: "2026-12-03",
        from: "17:00",
        to: "19:00",
        title: "Primo laboratorio",
        where: "Pontedera, Centro Poliedro",
      },
      { kind: "procedureEnds", on: "2026-12-30" },
    ],
    declarations: [
      "L’organizzazione non ha scopo di lucro.",
      `Rappresento ${name} e posso impegnarla.`,
    ],
    privacyNoticeVersion: "2026-10",
    verification,
  };
  const withdrawalReceipt: WithdrawalReceiptView = {
    kind: "withdrawalReceipt",
    locale,
    body,
    call,
    application: {
      id: receipt.application.id,
      code: "VAL-2026-0042",
      registerNumber: "0000151/2026",
      withdrawn: "0000147/2026",
    },
    receivedAt: "2026-11-27T08:05:59.000001Z",
    applicant,
    identityLevel: "SpidL2",
    verification,
  };
  return {
    receipt,
    ...integrationViews(receipt, name),
    applicationCopy: {
      ...{ kind: "applicationCopy", locale, body, call, applicant },
      ...{ application: receipt.application, receivedAt: receipt.receivedAt },
      ...{ digest: receipt.digest, issuedAt: "2026-11-26T09:00:00.000000Z" },
      receiptCode: receipt.verification.code,
      verification: receipt.verification,
      sections: [
        {
          title: "Chi siete",
          answers: [
            { label: "Denominazione", shown: { kind: "text", text: name } },
            { label: "Sede", shown: { kind: "facts", facts: [["Comune", "Pontedera"]] } },
            {
              label: "Partner",
              shown: { kind: "table", columns: ["Nome", "Ruolo"], rows: [[name, "capofila"]] },
            },
          ],
        },
      ],
    },
    withdrawalReceipt,
    certificate: certificateView(name, verification),
    callNotice: {
      kind: "callNotice",
      locale,
      body,
      call: {
        title: call.title,
        summary: `Quattro laboratori con ${name}.`,
        ...{ code: "2026/7", version: 2, audiences: ["organisation", "citizen"], zone: "Valdera" },
        ...{ places: 40, minimumAge: 16 },
        deadline: "Puoi presentare la candidatura fino a lunedì 30 novembre 2026, ore 12:00:00.",
        link: call.link,
        short: "https://cantieri.example.it/a/VAL-2026-7",
      },
      sheet: {
        description: `Si lavora con **${name}** e con chi cura.`,
        audience: "## Chi\n\n- associazioni\n- gruppi informali",
        howTo: "1. Accedi\n2. Compila\n3. Invia",
        needed: "Lo statuto.",
        obtained: "",
        conditions: name,
      },
      meetings: [
        { on: "2026-12-03", from: "17:00", to: "19:00", title: name, where: "Pontedera" },
        { on: "2026-12-10", from: "17:00", to: "19:00", title: "", where: "" },
      ],
      procedure: {
        object: "Formazione del gruppo dei laboratori",
        office: "Ufficio Partecipazione",
        responsibleOfficer: "Marta Neri",
        substituteHolder: "Paolo Verdi, direttore",
        act: { number: "Determina n. 87", date: "2026-10-20" },
        remedy: "Ricorso al TAR Toscana",
      },
      contacts: { phone: "0587 000000", email: body.email, hours: "lunedì, ore 9-13" },
      issuedAt: receipt.receivedAt,
      verification,
    },
    decisionLetter: {
      kind: "decisionLetter",
      locale,
      body,
      call: { title: call.title, code: call.code, link: call.link },
      application: { code: "VAL-2026-0042", submittedAt: receipt.receivedAt },
      applicant: { name },
      result: "notAdmitted",
      reasonCode: "belowThreshold",
      reasons: `Il punteggio totale è 52,5 su 100: la soglia è 60.\nIl criterio «Radicamento nel territorio» di ${name} ha avuto 8 punti su 25.`,
      act: { number: "Determina n. 102", date: "2026-12-02" },
      decidedAt: "2026-12-02T10:15:00Z",
      registerNumber: "0000201/2026",
      responsibleOfficer: "Marta Neri",
      remedy: "Puoi fare ricorso al TAR Toscana entro 60 giorni da quando ricevi questa lettera.",
      issuedAt: "2026-12-02T11:00:00.000000Z",
      verification,
    },
  };
}

function certificateView(
  name: string,
  verification: ReceiptView["verification"],
): PdfViews["certificate"] {
  return {
    code: verification.code,
    verifyUrl: verification.link,
    bodyName: "Società della Salute Valdera Alta Val di Cecina",
    officeName: "Ufficio Partecipazione",
    zoneName: "Valdera - Alta Val di Cecina",
    holderName: name,
    organisationName: `Rete ${name}`,
    seriesTitle: "Laboratori di comunità, Valdera 2026",
    attended: 3,
    total: 4,
    threshold: 3,
    minutes: 390,
    meetings: [3, 10, 17].map((day, index) => ({
      number: index + 1,
      title: `Laboratorio ${index + 1}`,
      startsAt: `2026-12-${String(day).padStart(2, "0")}T16:00:00Z`,
      endsAt: `2026-12-${String(day).padStart(2, "0")}T18:10:00Z`,
      attended: index !== 1,
    })),
    issuedAt: "2027-01-15T09:00:00.000000Z",
    registerNumber: "0000012/2027",
  };
}

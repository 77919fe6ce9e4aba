import type { CallContent } from "@/lib/calls/core/content";
import type { FormDefinition } from "@/lib/calls/core/form-definition";

const both = (text: string) => ({ it: text, en: text });
const usual = {
  purpose: both("Valutare"),
  visibility: "reviewer",
  retentionDays: 365,
  required: true,
} as const;

/** A small form with the parts that the rules speak of. */
export const sampleForm: FormDefinition = {
  version: 1,
  sections: [
    {
      id: "organisation",
      step: "general",
      title: both("Organizzazione"),
      tracks: ["organisation"],
      fields: [
        {
          ...usual,
          id: "legalNature",
          type: "legalNature",
          admitted: ["aps", "odv", "committee"],
          label: both("Tipo"),
          prefill: "organisation.legalNature",
        },
        {
          ...usual,
          id: "name",
          type: "text",
          label: both("Denominazione"),
          prefill: "organisation.name",
        },
        {
          ...usual,
          id: "code",
          type: "fiscalCodeBody",
          label: both("Codice fiscale"),
          prefill: "organisation.fiscalCode",
        },
      ],
    },
    {
      id: "citizen",
      step: "general",
      title: both("Persona"),
      tracks: ["citizen", "informalGroup"],
      fields: [
        {
          ...usual,
          id: "firstName",
          type: "text",
          label: both("Nome"),
          prefill: "person.firstName",
        },
        {
          ...usual,
          id: "age",
          type: "radio",
          label: both("Età"),
          options: [
            { value: "adult", label: both("18 o più") },
            { value: "minor", label: both("16 o 17") },
            { value: "younger", label: both("Meno"), excludes: both("Servono 16 anni") },
          ],
        },
        {
          ...usual,
          id: "guardian",
          type: "text",
          label: both("Genitore"),
          when: { op: "eq", field: "age", value: "minor" },
        },
      ],
    },
    {
      id: "answers",
      step: "specific",
      title: both("Risposte"),
      fields: [
        { ...usual, id: "why", type: "longText", label: both("Perché") },
        {
          ...usual,
          id: "paper",
          type: "file",
          maxFiles: 3,
          required: false,
          label: both("Documento"),
        },
      ],
    },
    {
      id: "declarations",
      step: "declarations",
      title: both("Dichiarazioni"),
      fields: [
        {
          ...usual,
          id: "truth",
          type: "declaration",
          textVersion: "1",
          underPenalty: true,
          label: both("È tutto vero"),
        },
      ],
    },
  ],
};

/** Asks a citizen for a fiscal code and a reason, and nothing else. */
export const personForm: FormDefinition = {
  version: 1,
  sections: [
    {
      id: "person",
      step: "general",
      title: both("Persona"),
      fields: [
        {
          ...usual,
          id: "personCode",
          type: "fiscalCodePerson",
          label: both("Codice fiscale"),
          prefill: "person.fiscalCode",
        },
        { ...usual, id: "why", type: "longText", label: both("Perché") },
      ],
    },
    ...sampleForm.sections.filter(({ step }) => step === "declarations"),
  ],
};

export const sampleContent: CallContent = {
  sheet: { description: "", audience: "", howTo: "", needed: "", obtained: "", conditions: "" },
  procedure: {
    object: "Laboratori",
    office: "Ufficio Partecipazione",
    digitalDomicile: "protocollo@pec.example",
    responsibleOfficer: "Marta Neri",
    substituteHolder: "Paolo Verdi",
    days: 30,
    actNumber: "12",
    actDate: "2026-10-01",
    privacyNoticeVersion: "2026-10",
    remedy: "TAR Toscana, 60 giorni",
    noticeBoardLink: "",
  },
  contacts: {
    phone: "0587000000",
    email: "info@sds.example",
    helpHours: "9-13",
    desk: [],
    address: "",
  },
  meetings: [
    {
      on: "2099-12-03",
      from: "17:00",
      to: "19:00",
      title: "Primo laboratorio",
      where: "Pontedera",
    },
  ],
  documents: [],
};

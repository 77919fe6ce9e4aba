import type {
  CheckboxesField,
  DeclarationField,
  FileField,
  Section,
} from "@/lib/calls/core/form-definition";
import {
  assesses,
  identifies,
  option,
  organises,
  say,
} from "@/lib/calls/core/form-templates/parts";

/** Needs from a closed list, never a diagnosis; reviewers do not see them (law.md, "Privacy"). */
export const accessNeedsField: CheckboxesField = {
  id: "accessNeeds",
  type: "checkboxes",
  label: say("Esigenze per partecipare", "Needs for taking part"),
  hint: say(
    "Le vede solo chi organizza, che le cancella 30 giorni dopo l’ultimo incontro.",
    "Only the organisers see them, and delete them 30 days after the last meeting.",
  ),
  required: false,
  options: [
    option("signLanguage", "Interprete LIS", "Italian Sign Language interpreter"),
    option("subtitles", "Sottotitoli", "Subtitles"),
    option("stepFree", "Luogo senza scalini", "Step-free place"),
    option("parking", "Parcheggio riservato", "Reserved parking"),
    option("largePrint", "Materiali a caratteri grandi", "Large-print materials"),
    option("easyRead", "Materiali facili da leggere", "Easy-to-read materials"),
    option("companion", "Una persona che mi accompagna", "Somebody who comes with me"),
    option("interpreter", "Traduzione da un’altra lingua", "Translation from another language"),
    option("childcare", "Uno spazio per i bambini", "A place for children"),
  ],
  ...organises,
};

/** One optional document: a form never asks on paper what it asks on the screen. */
export const experienceFileField: FileField = {
  id: "experienceFile",
  type: "file",
  maxFiles: 1,
  label: say("Un documento che racconta la vostra esperienza", "A document about your experience"),
  hint: say("PDF, JPG o PNG, fino a 10 MB.", "PDF, JPG or PNG, up to 10 MB."),
  required: false,
  ...assesses,
};

/** The question about partners; a call adds whether it must be answered and what it asks of each. */
export const partners = {
  id: "partners",
  type: "group",
  rowLabel: say("Partner", "Partner"),
  maxRows: 10,
  label: say("Partner", "Partners"),
  ...assesses,
} as const;

export const partnerIdentity = [
  { id: "name", type: "text", label: say("Denominazione", "Name"), required: true },
  { id: "nature", type: "legalNature", label: say("Tipo", "Kind"), required: true },
] as const;

export const partnerCode = {
  id: "code",
  type: "fiscalCodeBody",
  label: say("Codice fiscale", "Tax code"),
} as const;

const declares = { ...identifies, type: "declaration", required: true, textVersion: "1" } as const;

const truthfulness: DeclarationField = {
  ...declares,
  id: "declaresTruth",
  underPenalty: true,
  label: say(
    "Dichiaro che quello che ho scritto è vero (artt. 46 e 47 del DPR 445/2000). So che chi dichiara il falso ne risponde penalmente e perde i benefici ottenuti (artt. 75 e 76).",
    "I declare that what I wrote is true (arts. 46 and 47 of DPR 445/2000). I know that false declarations are punished by law and forfeit what was obtained (arts. 75 and 76).",
  ),
};

const checks: DeclarationField = {
  ...declares,
  id: "acceptsChecks",
  underPenalty: false,
  label: say(
    "So che l’ente può controllare le dichiarazioni, anche a campione.",
    "I know that the body may check the declarations, also at random.",
  ),
};

/** Declarations of all: who signs for others says by which right. */
export const declarationsSection: Section = {
  id: "declarations",
  step: "declarations",
  title: say("Dichiarazioni", "Declarations"),
  fields: [
    {
      ...declares,
      id: "mayRepresent",
      underPenalty: true,
      tracks: ["organisation"],
      label: say(
        "Posso rappresentare l’organizzazione per questa candidatura.",
        "I may represent the organisation in this application.",
      ),
    },
    {
      ...declares,
      id: "speaksForGroup",
      underPenalty: true,
      tracks: ["informalGroup"],
      label: say(
        "Presento la candidatura a nome del gruppo e chi ne fa parte lo sa.",
        "I apply on behalf of the group, and its members know it.",
      ),
    },
    truthfulness,
    checks,
  ],
};

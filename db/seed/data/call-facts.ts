import type { CallEvaluation } from "@/lib/calls/core/evaluation";
import type { Regime } from "@/lib/calls/core/regimes";
import type { Theme } from "@/lib/calls/schema";
import type { LocalDate } from "@/lib/kernel/local-date";
import type { SampleName } from "./sample-documents";

/** What one call of the demonstration says; days are days of Rome, hours HH:MM. */
export type CallFacts = {
  slug: string;
  /** Body, and the zone and edition of its path where it belongs to one, by their addresses. */
  body: string;
  zone?: string;
  edition?: 1 | 2;
  regime: Regime;
  template: string;
  title: string;
  summary: string;
  audiences: ("organisation" | "citizen")[];
  themes: Theme[];
  minimumAge: number | null;
  places: number | null;
  published: { on: LocalDate; at: string };
  opens: { on: LocalDate; at: string };
  /** `at` empty: the author gave a day and no hour. Both empty: it has no end, only cut-offs. */
  closes: { on: LocalDate | ""; at: string };
  cutOffs?: readonly { on: LocalDate; at: string }[];
  /** Left out: late applications are refused. */
  peremptory?: false;
  sheet: {
    description: string;
    audience: string;
    howTo: string;
    needed: string;
    obtained: string;
    conditions: string;
  };
  object: string;
  responsibleOfficer: string;
  substituteHolder: string;
  days: number;
  act: { number: string; on: LocalDate };
  /** The last day for questions, where the call takes any. */
  questionsUntil?: LocalDate;
  /** How applicants are compared, where they are. */
  evaluation?: CallEvaluation;
  /** What its page offers to open and print. */
  documents?: readonly SampleName[];
  meetings: { on: LocalDate; from: string; to: string; title: string; where: string }[];
};

/** What the sheets of the path have in common. */
export const sheetParts = {
  organisations: `## Organizzazioni e gruppi

- Enti pubblici
- Associazioni ed enti del Terzo settore
- Imprese
- Scuole ed enti di formazione
- Liberi professionisti
- Comitati
- Gruppi informali, anche senza codice fiscale`,
  howToOrganisation: `1. **Accedi** con la tua e-mail o con la tua identità digitale.
2. **Compila** i dati generali e rispondi alle domande. Le risposte si salvano da sole.
3. **Controlla e invia.** Ricevi subito la ricevuta con numero, data e ora.
4. **Aspetta l’esito.** Ti scriviamo noi quando l’istruttoria è conclusa.`,
  neededOrganisation: `- I dati dell’organizzazione e il suo codice fiscale, se ce l’ha
- Nome, e-mail e telefono di chi fa da referente
- Da una a tre persone da mandare ai laboratori
- Se vuoi, un documento che racconta la vostra esperienza (PDF, fino a 10 MB)

Non servono firme, marche da bollo o copie del documento d’identità.`,
  neededPerson: `- Il tuo nome, la tua e-mail e, se ce l’hai, il codice fiscale
- Due risposte brevi: perché ti candidi e che cosa sai fare
- Se hai 16 o 17 anni, la dichiarazione di un genitore o di chi ne fa le veci

Non servono titoli di studio, firme o marche da bollo.`,
  conditions: `La partecipazione è gratuita e non dà diritto a compensi. Le dichiarazioni valgono ai sensi del DPR 445/2000: controlliamo a campione.

I dati servono solo a questo percorso. L’esito si pubblica con il codice della candidatura, mai con il nome delle persone.`,
} as const;

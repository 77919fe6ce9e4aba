import type { CallSheet } from "./content";
import type { CallEvaluation } from "./evaluation";
import type { FormDefinition } from "./form-definition";
import { codesignPartners } from "./form-templates/codesign-partners";
import { coesoBothTracks } from "./form-templates/coeso-both-tracks";
import { communityActivators } from "./form-templates/community-activators";
import { participationBody } from "./form-templates/participation-body";
import { projectProposals } from "./form-templates/project-proposals";
import { valderaOrganisations } from "./form-templates/valdera-organisations";
import type { Regime } from "./regimes";

/** What a new call begins with, out of the calls that were really made. */
export type CallTemplate = {
  readonly key: string;
  readonly regime: Regime;
  readonly audiences: readonly ("organisation" | "citizen")[];
  readonly minimumAge: number | null;
  readonly form: FormDefinition;
  readonly sheet: Partial<CallSheet>;
  /** Where one can appeal; the same for all, and editable. */
  readonly remedy: string;
  /** How applicants are compared, where they are. */
  readonly evaluation?: CallEvaluation;
};

const REMEDY = "Ricorso al TAR della Toscana entro 60 giorni dalla pubblicazione dell’esito.";

const howTo = `1. **Accedi** con la tua e-mail o con la tua identità digitale.
2. **Compila** i dati e rispondi alle domande. Le risposte si salvano da sole.
3. **Controlla e invia.** Ricevi subito la ricevuta con numero, data e ora.
4. **Aspetta l’esito.** Ti scriviamo noi.`;

const conditions = `La partecipazione è gratuita e non dà diritto a compensi. Le dichiarazioni valgono ai sensi del DPR 445/2000: controlliamo a campione.

I dati servono solo a questo percorso. L’esito si pubblica con il codice della candidatura, mai con il nome delle persone.`;

/** Organisations and groups, for a cycle of workshops. */
const workshops: CallTemplate = {
  key: "participatoryPath",
  regime: "participatoryPath",
  audiences: ["organisation"],
  minimumAge: null,
  form: valderaOrganisations,
  sheet: { howTo, conditions },
  remedy: REMEDY,
};

/** The same with single persons at the same tables. */
const workshopsForAll: CallTemplate = {
  ...workshops,
  key: "workshopsForAll",
  audiences: ["organisation", "citizen"],
  minimumAge: 16,
  form: coesoBothTracks,
};

/** Persons who want to become Attivatori di Comunità. */
const activators: CallTemplate = {
  key: "attivatori",
  regime: "attivatori",
  audiences: ["citizen"],
  minimumAge: 16,
  form: communityActivators,
  sheet: { howTo, conditions },
  remedy: REMEDY,
};

/** Partners for co-design, enrolled in RUNTS. */
const codesign: CallTemplate = {
  ...workshops,
  key: "codesign55",
  regime: "codesign55",
  form: codesignPartners,
};

/** Projects with a budget, compared by points. */
const proposals: CallTemplate = {
  ...workshops,
  key: "callForProposals",
  regime: "callForProposals",
  form: projectProposals,
  evaluation: {
    criteria: [
      { title: "Qualità del progetto: obiettivi, attività, tempi", points: 40, least: 20 },
      { title: "Rete dei partner ed esperienza sul tema", points: 30, least: null },
      { title: "Costi, cofinanziamento e durata dei risultati", points: 30, least: null },
    ],
    passing: 60,
  },
};

/** A Consulta or a Comitato that one can join all year. */
const register: CallTemplate = {
  ...workshops,
  key: "openRegister",
  regime: "openRegister",
  form: participationBody,
};

export const CALL_TEMPLATES: readonly CallTemplate[] = [
  workshops,
  workshopsForAll,
  activators,
  codesign,
  proposals,
  register,
];

/** The template of a key, or the plain one of the regime under that regime's name. */
export function callTemplate(key: string, regime: Regime): CallTemplate {
  const named = CALL_TEMPLATES.find((template) => template.key === key);
  const ofRegime = CALL_TEMPLATES.find((template) => template.regime === regime);
  return { ...(named ?? ofRegime ?? workshops), regime };
}

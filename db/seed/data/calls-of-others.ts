import { addDays, type LocalDate } from "@/lib/kernel/local-date";
import { type CallFacts, sheetParts } from "./call-facts";
import { workingDay } from "./calls-of-today";

/** The office is named where the sources do not say who answered. */
const OFFICE = {
  responsibleOfficer: "Il responsabile dell’Ufficio Partecipazione",
  substituteHolder: "La direzione della zona",
  days: 30,
  audiences: ["organisation"],
  minimumAge: null,
  places: null,
} as const;

/** Piana di Lucca, 2024: the first workshop came three days after the end; its last hour is not known. */
const pianaDiLucca: CallFacts = {
  ...OFFICE,
  days: 2,
  audiences: ["organisation"],
  body: "zona-piana-di-lucca",
  zone: "piana-di-lucca",
  regime: "participatoryPath",
  template: "participatoryPath",
  slug: "piana-di-lucca-2024",
  title: "Cantieri della Salute nella Piana di Lucca (2024)",
  summary: "I laboratori dell’estate 2024 con le organizzazioni della Piana, fino all’Agorà.",
  themes: ["participation"],
  published: { on: "2024-05-31", at: "09:00" },
  opens: { on: "2024-05-31", at: "09:00" },
  closes: { on: "2024-06-21", at: "" },
  sheet: {
    description:
      "Il percorso della seconda edizione nella Piana di Lucca: dai bisogni raccontati in laboratorio a una giornata pubblica in cui discuterne con tutti.",
    audience: `A chi opera nei comuni della Piana di Lucca.\n\n${sheetParts.organisations}`,
    howTo: sheetParts.howToOrganisation,
    needed: sheetParts.neededOrganisation,
    obtained: "Un posto nei laboratori e all’Agorà del 21 settembre 2024.",
    conditions: sheetParts.conditions,
  },
  object: "Manifestazione d’interesse a partecipare ai laboratori della Piana di Lucca",
  act: { number: "Avviso pubblico", on: "2024-05-31" },
  meetings: [
    {
      on: "2024-06-24",
      from: "",
      to: "",
      title: "Primo laboratorio",
      where: "Nella zona, ore 17:00",
    },
    { on: "2024-09-21", from: "", to: "", title: "Agorà", where: "Nella zona" },
  ],
};

/** The Consulta of the Pisan zone, 2019: its end was not final, and members had to confirm again. */
const consultaPisana: CallFacts = {
  ...OFFICE,
  audiences: ["organisation"],
  body: "consulta-pisana",
  zone: "pisana",
  regime: "openRegister",
  template: "openRegister",
  slug: "consulta-terzo-settore-pisana-2019",
  title: "Consulta del Terzo settore della Zona Pisana: adesioni 2019",
  summary:
    "Le associazioni della zona aderiscono alla Consulta, o confermano di volerne far parte.",
  themes: ["thirdSector", "participation"],
  published: { on: "2019-11-20", at: "09:00" },
  opens: { on: "2019-11-20", at: "09:00" },
  closes: { on: "2019-12-20", at: "" },
  peremptory: false,
  sheet: {
    description:
      "La Consulta riunisce gli enti del Terzo settore che si occupano di salute e di inclusione nella Zona Pisana, e dà pareri sui programmi della zona.",
    audience:
      "Agli enti del Terzo settore che operano nella Zona Pisana. **Chi fa già parte della Consulta deve confermare la sua adesione.**",
    howTo: sheetParts.howToOrganisation,
    needed: sheetParts.neededOrganisation,
    obtained: "L’iscrizione alla Consulta, con diritto di parola e di voto.",
    conditions: `Guardiamo anche le domande che arrivano dopo la scadenza, nell’ordine in cui arrivano.\n\n${sheetParts.conditions}`,
  },
  object: "Avviso per l’adesione alla Consulta del Terzo settore della Zona Pisana",
  act: { number: "Avviso pubblico", on: "2019-11-20" },
  meetings: [],
};

/** The Centro di Salute Globale, 2022: projects for two lots, rectified while it was open. */
const saluteGlobale: CallFacts = {
  ...OFFICE,
  responsibleOfficer: "Il responsabile della Segreteria",
  substituteHolder: "La direzione del Centro",
  days: 90,
  audiences: ["organisation"],
  body: "centro-di-salute-globale",
  regime: "callForProposals",
  template: "callForProposals",
  slug: "progetti-salute-globale-2022",
  title: "Progetti di salute globale e cooperazione sanitaria (2022)",
  summary: "Un milione e mezzo di euro in due lotti per progetti di cooperazione sanitaria.",
  themes: ["globalHealth"],
  published: { on: "2022-09-30", at: "12:00" },
  opens: { on: "2022-09-30", at: "12:00" },
  closes: { on: "2022-11-30", at: "13:00" },
  sheet: {
    description:
      "Con questo bando la Toscana sostiene progetti che portano cure e formazione dove mancano, e che si fanno insieme a chi nei Paesi partner ci lavora ogni giorno.",
    audience: "Ad aziende ed enti sanitari, enti locali e organizzazioni senza scopo di lucro.",
    howTo: sheetParts.howToOrganisation,
    needed:
      "- Il progetto, con obiettivi, attività e tempi\n- Il piano dei costi, con il cofinanziamento\n- Le lettere dei partner",
    obtained: `Un contributo al progetto, in base alla graduatoria del suo lotto.

## Primo lotto: PIR

1.100.000 euro.

## Secondo lotto: a bando

400.000 euro. Se si aggiungono risorse, la graduatoria scorre.`,
    conditions: sheetParts.conditions,
  },
  evaluation: {
    criteria: [
      { title: "Qualità del progetto e dei suoi obiettivi", points: 40, least: 20 },
      { title: "Rete dei partner ed esperienza nel Paese", points: 30, least: null },
      { title: "Piano dei costi e cofinanziamento", points: 30, least: null },
    ],
    passing: 60,
  },
  object: "Bando per la concessione di contributi a progetti di salute globale",
  act: { number: "Bando", on: "2022-09-30" },
  meetings: [],
};

/** What the call for projects said since the delibera of 27 October 2022. */
export const rectifiedInOctober2022 = {
  slug: saluteGlobale.slug,
  body: saluteGlobale.body,
  on: "2022-10-27",
  number: "Delibera n. 503 del 2022",
  reason: "La Giunta ha rettificato il bando mentre era aperto.",
  conditions: "Il bando vale come rettificato dalla delibera n. 503 del 27 ottobre 2022.",
} as const;

/** Calls of other bodies that are over, with their own days. */
export const callsOfOthers: readonly CallFacts[] = [consultaPisana, saluteGlobale, pianaDiLucca];

/** The Comitato of the Valle del Serchio: open since 2023, looked at by cut-offs. */
export function comitatoValleDelSerchio(today: LocalDate): CallFacts {
  return {
    ...OFFICE,
    audiences: ["organisation"],
    body: "comitato-valle-del-serchio",
    zone: "valle-del-serchio",
    regime: "openRegister",
    template: "openRegister",
    slug: "comitato-valle-del-serchio",
    title: "Comitato di partecipazione della Valle del Serchio: iscrizione delle organizzazioni",
    summary: "Un posto al tavolo in cui la valle discute dei suoi servizi, aperto tutto l’anno.",
    themes: ["participation"],
    published: { on: "2023-09-25", at: "09:00" },
    opens: { on: "2023-09-25", at: "09:00" },
    closes: { on: "", at: "" },
    cutOffs: [
      { on: "2023-10-26", at: "" },
      { on: workingDay(addDays(today, 20)), at: "" },
      { on: workingDay(addDays(today, 110)), at: "" },
    ],
    sheet: {
      description:
        "Il Comitato di partecipazione porta nella programmazione della zona la voce di chi usa i servizi. Le iscrizioni sono sempre aperte: a ogni raccolta guardiamo quelle arrivate fin lì.",
      audience: `Alle organizzazioni che operano nella valle e rappresentano chi usa i servizi.

## Chi non può iscriversi

Chi ha un rapporto economico continuativo con l’azienda sanitaria.`,
      howTo: sheetParts.howToOrganisation,
      needed: sheetParts.neededOrganisation,
      obtained: "L’iscrizione al Comitato, dalla prima riunione dopo la raccolta.",
      conditions: sheetParts.conditions,
    },
    object: "Avviso permanente per l’iscrizione al Comitato di partecipazione",
    act: { number: "Avviso pubblico", on: "2023-09-25" },
    documents: ["privacy"],
    meetings: [],
  };
}

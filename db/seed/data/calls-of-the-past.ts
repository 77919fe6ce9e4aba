import { demonstrationBodies } from "../bodies";
import { type CallFacts, sheetParts } from "./call-facts";

/** Who answered for a call of those years is not in the sources: the office is named instead. */
const OFFICE = {
  responsibleOfficer: "Il responsabile dell’Ufficio Partecipazione",
  substituteHolder: "La direzione della Società della Salute",
  days: 30,
  edition: 1,
  template: "participatoryPath",
  regime: "participatoryPath",
  minimumAge: null,
  places: null,
} as const;

const VALDERA = {
  ...OFFICE,
  body: demonstrationBodies.valdera,
  zone: "alta-val-di-cecina-valdera",
} as const;

const sheet = (description: string, audience: string, obtained: string) => ({
  description,
  audience,
  howTo: sheetParts.howToOrganisation,
  needed: sheetParts.neededOrganisation,
  obtained,
  conditions: sheetParts.conditions,
});

/** The calls of 2021, 2022 and 2024 with their own days. No hour was given: end of the day. */
export const callsOfThePast: CallFacts[] = [
  {
    ...VALDERA,
    slug: "attivatori-di-comunita-2021",
    regime: "attivatori",
    template: "attivatori",
    title: "Attivatori di Comunità dell’Alta Val di Cecina e della Valdera",
    summary: "Corso online per Attivatori di Comunità: sei incontri, 20 ore.",
    audiences: ["citizen"],
    themes: ["training"],
    minimumAge: 16,
    published: { on: "2021-04-23", at: "09:00" },
    opens: { on: "2021-04-23", at: "09:00" },
    closes: { on: "2021-05-14", at: "" },
    sheet: {
      ...sheet(
        "La prima edizione del corso per Attivatori di Comunità della zona.",
        "A chi ha almeno 16 anni e risiede o ha il domicilio in Toscana.",
        "Un posto nel corso online: sei incontri, 20 ore, su ascolto attivo, facilitazione e lavoro con le comunità.",
      ),
      needed: sheetParts.neededPerson,
    },
    object: "Manifestazione d’interesse per la formazione degli Attivatori di Comunità",
    act: { number: "Avviso pubblico", on: "2021-04-23" },
    meetings: [{ on: "2021-05-17", from: "", to: "", title: "Inizio del corso", where: "Online" }],
  },
  {
    ...VALDERA,
    slug: "servizio-di-orientamento-2021",
    title: "Servizio integrato di orientamento e informazione",
    summary: "Quattro laboratori per un servizio gestito in rete dalle associazioni.",
    audiences: ["organisation"],
    themes: ["orientation"],
    published: { on: "2021-04-23", at: "09:00" },
    opens: { on: "2021-04-23", at: "09:00" },
    // The source gives no end for this one.
    closes: { on: "2021-05-21", at: "" },
    sheet: sheet(
      "Il percorso da cui è nato il servizio integrato di orientamento e informazione gestito dalle associazioni.",
      `A chi opera nella zona.\n\n${sheetParts.organisations}`,
      "Un posto nei quattro laboratori, online o in presenza secondo le norme sanitarie di allora.",
    ),
    object:
      "Manifestazione d’interesse per un servizio integrato di orientamento e informazione gestito in rete dalle associazioni",
    act: { number: "Avviso pubblico", on: "2021-04-23" },
    meetings: [],
  },
  {
    ...OFFICE,
    body: demonstrationBodies.northWest,
    zone: "fiorentina-nord-ovest",
    slug: "accessibilita-dei-servizi-2021",
    title: "Accessibilità dei servizi per le persone con disabilità",
    summary: "Quattro laboratori a giugno 2021: da un punto vendita alle linee guida.",
    audiences: ["organisation"],
    themes: ["disability"],
    published: { on: "2021-05-03", at: "09:00" },
    opens: { on: "2021-05-03", at: "09:00" },
    closes: { on: "2021-05-28", at: "" },
    sheet: sheet(
      "Il percorso che ha reso accessibile un punto vendita e ha scritto le linee guida per gli altri.",
      `A chi opera nei 7 comuni della zona.\n\n${sheetParts.organisations}`,
      "Un posto nei quattro laboratori di giugno 2021.",
    ),
    object:
      "Manifestazione d’interesse per i laboratori sull’accessibilità dei servizi per le persone con disabilità",
    act: { number: "Avviso pubblico", on: "2021-05-03" },
    meetings: [],
  },
  {
    ...OFFICE,
    body: demonstrationBodies.coeso,
    zone: "amiata-grossetana-colline-metallifere-grossetana",
    slug: "parita-di-accesso-2022",
    template: "workshopsForAll",
    title: "Parità di accesso ai servizi socio-sanitari (2022)",
    summary:
      "I quattro laboratori da cui sono nati il Camper della Salute e il Mediatore neuroculturale.",
    audiences: ["organisation", "citizen"],
    themes: ["access"],
    published: { on: "2022-03-01", at: "09:00" },
    opens: { on: "2022-03-01", at: "09:00" },
    closes: { on: "2022-03-27", at: "" },
    sheet: sheet(
      "Il primo percorso della zona sulla parità di accesso ai servizi.",
      `A organizzazioni e singole persone dei 20 comuni della zona.\n\n${sheetParts.organisations}`,
      "Un posto nei quattro laboratori di marzo e aprile 2022.",
    ),
    object:
      "Manifestazione d’interesse per i laboratori sulla parità di accesso ai servizi socio-sanitari",
    act: { number: "Avviso pubblico", on: "2022-03-01" },
    meetings: ["2022-03-31", "2022-04-07", "2022-04-14", "2022-04-21"].map((on, at) => ({
      on,
      from: "17:00",
      to: "19:00",
      title: `Laboratorio ${at + 1}`,
      where: "Nella zona",
    })),
  },
  {
    ...VALDERA,
    edition: 2,
    slug: "terzo-settore-2024",
    title: "Percorso con gli enti del Terzo settore (2024)",
    summary: "Il percorso della seconda edizione con gli enti del Terzo settore della zona.",
    audiences: ["organisation"],
    themes: ["thirdSector"],
    published: { on: "2024-02-12", at: "09:00" },
    opens: { on: "2024-02-12", at: "09:00" },
    closes: { on: "2024-03-10", at: "" },
    sheet: sheet(
      "Il percorso della seconda edizione di Cantieri della Salute con il Terzo settore.",
      "Agli enti del Terzo settore che operano nei 17 comuni della zona.",
      "Un posto agli incontri del percorso.",
    ),
    object: "Manifestazione d’interesse rivolta agli enti del Terzo settore",
    act: { number: "Avviso pubblico", on: "2024-02-12" },
    meetings: [],
  },
];

import { addTermDays } from "@/lib/kernel/holidays";
import { addDays, type LocalDate } from "@/lib/kernel/local-date";
import { demonstrationBodies } from "../bodies";
import { type CallFacts, sheetParts } from "./call-facts";
import { workingDay } from "./calls-of-today";

const VALDERA = {
  body: demonstrationBodies.valdera,
  zone: "alta-val-di-cecina-valdera",
  edition: 2,
  regime: "participatoryPath",
  template: "participatoryPath",
  minimumAge: null,
  responsibleOfficer: "Chiara Bandini",
  substituteHolder: "Il direttore, Massimo Landi",
} as const;

const EVENING = { from: "17:00", to: "19:00" };

/** A service of orientation: organisations, closed a week ago, under review. */
export function orientationService(today: LocalDate): CallFacts {
  const days = 10;
  const end = workingDay(addDays(today, -8));
  const [, later = today] = [addDays(today, 5), addTermDays(end, days)].toSorted();
  const first = workingDay(later);
  const evening = (weeks: number, title: string, where: string) => ({
    on: workingDay(addDays(first, 7 * weeks)),
    ...EVENING,
    title,
    where,
  });
  return {
    ...VALDERA,
    slug: "servizio-di-orientamento",
    title: "Un servizio di orientamento gestito in rete dalle associazioni",
    summary:
      "Le associazioni della zona progettano insieme un servizio che informa e accompagna chi cerca aiuto.",
    audiences: ["organisation"],
    themes: ["orientation", "thirdSector"],
    places: 40,
    published: { on: addDays(today, -38), at: "09:00" },
    opens: { on: addDays(today, -38), at: "09:00" },
    closes: { on: end, at: "12:00" },
    sheet: {
      description:
        "Chi ha bisogno di un servizio spesso non sa a chi chiedere. Le associazioni lo sanno, ma ognuna per la sua parte. Con questo percorso costruiamo un servizio integrato di orientamento e informazione, gestito in rete.",
      audience: `A chi opera nei 17 comuni della zona e aiuta le persone a trovare i servizi.

${sheetParts.organisations}`,
      howTo: sheetParts.howToOrganisation,
      needed: sheetParts.neededOrganisation,
      obtained:
        "Un posto nei quattro laboratori di progettazione. Chi partecipa ad almeno tre incontri riceve l’attestato e può entrare nella rete che gestirà il servizio.",
      conditions: sheetParts.conditions,
    },
    object:
      "Manifestazione d’interesse a progettare un servizio integrato di orientamento e informazione gestito in rete dalle associazioni",
    days,
    act: { number: "Determina n. 49", on: workingDay(addDays(today, -42)) },
    documents: ["rules", "privacy"],
    meetings: [
      evening(0, "Chi c’è già e che cosa fa", "In presenza a Pontedera"),
      evening(1, "Le domande delle persone", "Online"),
      evening(2, "Il servizio, passo per passo", "In presenza a Volterra"),
      evening(3, "Chi fa che cosa", "In presenza a Pontedera"),
    ],
  };
}

/** The network of the third sector: closed two months ago, two of its four meetings held. */
export function thirdSectorNetwork(today: LocalDate): CallFacts {
  const days = [-28, -14, 5, 19];
  const evening = (at: number, title: string, where: string) => ({
    on: workingDay(addDays(today, days[at] ?? 0)),
    ...EVENING,
    title,
    where,
  });
  return {
    ...VALDERA,
    slug: "rete-del-terzo-settore",
    title: "La rete del Terzo settore per la salute di comunità",
    summary:
      "Gli enti del Terzo settore si incontrano per decidere insieme come affiancare le Case della Comunità.",
    audiences: ["organisation"],
    themes: ["thirdSector", "participation"],
    places: 30,
    published: { on: addDays(today, -92), at: "09:00" },
    opens: { on: addDays(today, -92), at: "09:00" },
    closes: { on: addDays(today, -62), at: "" },
    sheet: {
      description:
        "Nella zona ci sono centinaia di associazioni. Questo percorso mette attorno allo stesso tavolo quelle che si occupano di salute e di inclusione, per dividere i compiti con le Case della Comunità.",
      audience: `Agli enti del Terzo settore che operano nei 17 comuni della zona.

- Organizzazioni di volontariato
- Associazioni di promozione sociale
- Cooperative sociali e imprese sociali
- Fondazioni e altri enti del Terzo settore
- Gruppi informali che lavorano con loro`,
      howTo: sheetParts.howToOrganisation,
      needed: sheetParts.neededOrganisation,
      obtained:
        "Un posto nei quattro laboratori e la possibilità di firmare il patto della rete. Con almeno tre incontri su quattro ricevi l’attestato.",
      conditions: sheetParts.conditions,
    },
    object:
      "Manifestazione d’interesse degli enti del Terzo settore a costituire la rete per la salute di comunità",
    days: 30,
    act: { number: "Determina n. 31", on: workingDay(addDays(today, -97)) },
    documents: ["rules", "privacy"],
    meetings: [
      evening(0, "Conoscersi", "In presenza a Pontedera"),
      evening(1, "Dividere i compiti", "In presenza a Peccioli"),
      evening(2, "Scrivere il patto", "Online"),
      evening(3, "Firmarlo", "In presenza a Pontedera"),
    ],
  };
}

import { isRestDay } from "@/lib/kernel/holidays";
import { addDays, type LocalDate, weekday } from "@/lib/kernel/local-date";
import { longDate } from "@/lib/kernel/rome-words";
import { demonstrationBodies } from "../bodies";
import { type CallFacts, sheetParts } from "./call-facts";

const VALDERA = {
  body: demonstrationBodies.valdera,
  zone: "alta-val-di-cecina-valdera",
  edition: 2,
  responsibleOfficer: "Chiara Bandini",
  substituteHolder: "Il direttore, Massimo Landi",
} as const;

const COESO = {
  body: demonstrationBodies.coeso,
  zone: "amiata-grossetana-colline-metallifere-grossetana",
  edition: 2,
  responsibleOfficer: "Marco Tognetti",
  substituteHolder: "Il direttore, Paolo Ferri",
} as const;

const NORTH_WEST = {
  body: demonstrationBodies.northWest,
  zone: "fiorentina-nord-ovest",
  edition: 2,
  responsibleOfficer: "Ilaria Fabbri",
  substituteHolder: "La direttrice, Francesca Conti",
} as const;

const EVENING = { from: "17:00", to: "19:00" };
const NOON = "12:00";

/** The first working day, Monday to Friday, on or after a day. */
export function workingDay(date: LocalDate): LocalDate {
  return isRestDay(date) || weekday(date) === 6 ? workingDay(addDays(date, 1)) : date;
}

/** Before its extension the open call of COeSO ended on this day. */
export const endBeforeExtension = (today: LocalDate) => workingDay(addDays(today, 2));

/** Equal access: open, for organisations and persons, extended once. */
export function equalAccess(today: LocalDate): CallFacts {
  const end = workingDay(addDays(today, 9));
  const first = workingDay(addDays(end, 3));
  const evening = (weeks: number, title: string, where: string) => ({
    on: workingDay(addDays(first, 7 * weeks)),
    ...EVENING,
    title,
    where,
  });
  return {
    ...COESO,
    slug: "parita-di-accesso",
    regime: "participatoryPath",
    template: "workshopsForAll",
    title: "Parità di accesso ai servizi socio-sanitari",
    summary:
      "Quattro laboratori per capire chi oggi resta fuori dai servizi e disegnare insieme come farlo entrare.",
    audiences: ["organisation", "citizen"],
    themes: ["access"],
    minimumAge: 16,
    places: 60,
    published: { on: addDays(today, -26), at: "09:00" },
    opens: { on: addDays(today, -26), at: "09:00" },
    closes: { on: endBeforeExtension(today), at: NOON },
    questionsUntil: addDays(today, 5),
    sheet: {
      description:
        "C’è chi arriva tardi ai servizi, o non ci arriva: perché vive lontano, perché non parla bene l’italiano, perché nessuno gli ha detto che esistono. In quattro incontri lo guardiamo da vicino, con chi ci lavora e con chi ci passa, e disegniamo una soluzione da provare nella zona.",
      audience: `A chi vive o lavora nei 20 comuni della zona e conosce chi fa fatica ad arrivare ai servizi.

${sheetParts.organisations}

## Persone

- Hai almeno 16 anni
- Vivi in Toscana, con residenza o domicilio

Hai 16 o 17 anni? Serve la dichiarazione di un genitore o di chi ne fa le veci. Non serve essere iscritti al RUNTS.`,
      howTo: sheetParts.howToOrganisation,
      needed: sheetParts.neededOrganisation,
      obtained:
        "Un posto nei quattro laboratori, con un massimo di 60 partecipanti. Con almeno tre incontri su quattro ricevi l’attestato. Le proposte diventano una soluzione da provare nella zona: sulla pagina vedi che cosa ne è stato.",
      conditions: sheetParts.conditions,
    },
    object:
      "Manifestazione d’interesse a partecipare ai laboratori sulla parità di accesso ai servizi socio-sanitari",
    days: 2,
    act: { number: "Determina n. 104", on: workingDay(addDays(today, -30)) },
    documents: ["rules", "venues", "delegation", "guardian", "privacy"],
    meetings: [
      evening(0, "Ascoltare", "In presenza a Grosseto"),
      evening(1, "Scegliere", "Online"),
      evening(2, "Disegnare", "In presenza ad Arcidosso"),
      evening(3, "Mettere alla prova", "In presenza a Grosseto"),
    ],
  };
}

/** Attivatori di Comunità: persons from 16, closes today at the end of the day. */
export function communityActivators(today: LocalDate): CallFacts {
  const start = workingDay(addDays(today, 3));
  const lesson = (number: number, title: string, to: string) => ({
    on: workingDay(addDays(start, Math.floor((number - 1) * 3.5))),
    from: "17:30",
    to,
    title,
    where: "Online",
  });
  return {
    ...VALDERA,
    slug: "attivatori-di-comunita",
    regime: "attivatori",
    template: "attivatori",
    title: "Diventa Attivatrice o Attivatore di Comunità",
    summary:
      "Un corso gratuito e online per imparare ad ascoltare, facilitare e coinvolgere le persone del tuo paese.",
    audiences: ["citizen"],
    themes: ["training", "participation"],
    minimumAge: 16,
    places: 30,
    published: { on: addDays(today, -24), at: "10:00" },
    opens: { on: addDays(today, -24), at: "10:00" },
    closes: { on: today, at: "" },
    sheet: {
      description:
        "Gli Attivatori di Comunità sono persone che tengono insieme un paese o un quartiere: ascoltano, mettono in contatto, portano ai servizi le domande di chi non ha voce. Non serve esperienza: il corso la costruisce.",
      audience: `A chi ha voglia di dedicare un po’ di tempo alla salute della propria comunità.

## Persone

- Hai almeno 16 anni
- Risiedi o hai il domicilio in Toscana

Hai 16 o 17 anni? Serve la dichiarazione di un genitore o di chi ne fa le veci. Puoi candidarti anche se non hai ancora un codice fiscale.`,
      howTo: `1. **Accedi** con la tua e-mail o con la tua identità digitale.
2. **Compila** i tuoi dati e rispondi a due domande.
3. **Controlla e invia.** Ricevi subito la ricevuta con numero, data e ora.
4. **Segui il corso**: comincia ${longDate(start, "it")}.`,
      needed: sheetParts.neededPerson,
      obtained: `Un posto nel corso: sei incontri online, 20 ore in tutto. Si parla di ascolto attivo, facilitazione e lavoro con le comunità. Con almeno quattro incontri su sei ricevi l’attestato, e puoi sedere ai laboratori con le organizzazioni.`,
      conditions: sheetParts.conditions,
    },
    object: "Manifestazione d’interesse per la formazione degli Attivatori di Comunità",
    days: 2,
    act: { number: "Determina n. 57", on: workingDay(addDays(today, -28)) },
    documents: ["guardian", "privacy"],
    meetings: [
      lesson(1, "Chi è un Attivatore di Comunità", "21:00"),
      lesson(2, "Ascolto attivo", "21:00"),
      lesson(3, "Facilitare un incontro", "21:00"),
      lesson(4, "Lavorare con le comunità", "20:30"),
      lesson(5, "I servizi della zona", "20:30"),
      lesson(6, "Un progetto per il tuo paese", "21:00"),
    ],
  };
}

/** Accessible services: organisations, opens next week. */
export function accessibleServices(today: LocalDate): CallFacts {
  const opens = workingDay(addDays(today, 7));
  const end = workingDay(addDays(opens, 30));
  const first = workingDay(addDays(end, 12));
  const evening = (weeks: number, title: string, where: string) => ({
    on: workingDay(addDays(first, 7 * weeks)),
    ...EVENING,
    title,
    where,
  });
  return {
    ...NORTH_WEST,
    slug: "servizi-accessibili",
    regime: "participatoryPath",
    template: "participatoryPath",
    title: "Servizi accessibili alle persone con disabilità",
    summary:
      "Negozi, uffici, ambulatori: quattro laboratori per scrivere insieme che cosa vuol dire entrare davvero.",
    audiences: ["organisation"],
    themes: ["disability", "access"],
    minimumAge: null,
    places: 50,
    published: { on: addDays(today, -3), at: "11:00" },
    opens: { on: opens, at: "09:00" },
    closes: { on: end, at: NOON },
    sheet: {
      description:
        "Nella prima edizione un punto vendita è diventato accessibile a tutti, e da lì sono nate le linee guida. Adesso tocca ai servizi: cerchiamo chi conosce gli ostacoli e chi può toglierli.",
      audience: `A chi lavora o fa volontariato nei 7 comuni della zona e conosce da vicino la disabilità.

${sheetParts.organisations}

Non serve essere iscritti al RUNTS.`,
      howTo: sheetParts.howToOrganisation,
      needed: sheetParts.neededOrganisation,
      obtained:
        "Un posto nei quattro laboratori, con un massimo di 50 partecipanti. Le sedi sono senza barriere e c’è l’interprete di lingua dei segni, se serve. Con almeno tre incontri su quattro ricevi l’attestato.",
      conditions: sheetParts.conditions,
    },
    object:
      "Manifestazione d’interesse a partecipare ai laboratori sull’accessibilità dei servizi per le persone con disabilità",
    days: 10,
    act: { number: "Determina n. 88", on: workingDay(addDays(today, -6)) },
    documents: ["rules", "delegation", "privacy"],
    meetings: [
      evening(0, "Gli ostacoli, visti da vicino", "In presenza a Sesto Fiorentino"),
      evening(1, "Che cosa cambia per tutti", "In presenza a Scandicci"),
      evening(2, "Disegnare il servizio", "Online"),
      evening(3, "Provarlo", "In presenza a Sesto Fiorentino"),
    ],
  };
}

/** A document of the demonstration's calls: its title there, and what its PDF says. */
export type SampleDocument = {
  /** Names the file in `documents/`, which db/seed/draw-documents.tsx has drawn from the text. */
  file: string;
  title: string;
  /** Marked like the texts of a call. No days stand in it: those of the demonstration move. */
  text: string;
};

const controller =
  "Il titolare del trattamento è l’ente che pubblica l’avviso: nome, indirizzo e contatti sono nella pagina dell’avviso.";

const otherVenues = `## Arcidosso

Biblioteca comunale, piano terra, senza gradini. Parcheggio riservato davanti all’ingresso.

## Online

Il collegamento è nella convocazione. I sottotitoli automatici sono accesi; l’interprete di lingua dei segni c’è se qualcuno lo chiede.

## Se ti serve qualcosa

Scrivilo nella candidatura o telefonaci: assistenza all’ingresso, interprete, materiali in caratteri grandi, un posto auto riservato.`;

/** Documents that calls of the demonstration offer, by name. */
export const sampleDocuments = {
  rules: {
    file: "regole-dei-laboratori.pdf",
    title: "Regole dei laboratori",
    text: `I laboratori sono incontri in cui organizzazioni e persone della zona disegnano insieme un servizio da provare.

## Chi partecipa

- Ogni organizzazione ammessa manda da una a tre persone.
- Chi si candida come persona partecipa per sé.
- Se le candidature ammesse sono più dei posti, si segue la graduatoria; chi resta fuori è in riserva e viene chiamato se un posto si libera.

## Come si svolgono

1. Giorni, orari e luoghi sono nella pagina dell’avviso. Ogni convocazione arriva per e-mail.
2. Chi non può venire lo dice dalla convocazione, e può mandare al suo posto una persona con delega.
3. A ogni incontro si registra la presenza, all’ingresso o dall’elenco.

## Attestato

Chi è presente ad almeno tre incontri su quattro riceve l’attestato. La presenza della persona delegata vale per l’organizzazione.

## Costi e compensi

La partecipazione è gratuita. Non sono previsti compensi né rimborsi.`,
  },
  privacy: {
    file: "informativa-privacy.pdf",
    title: "Informativa sul trattamento dei dati",
    text: `Informativa agli interessati ai sensi dell’art. 13 del Regolamento (UE) 2016/679. Versione 2.

## Chi tratta i dati

${controller} Il responsabile della protezione dei dati risponde agli stessi contatti.

## Perché, e con quale base

- Per ricevere e valutare la candidatura: esecuzione di un compito di interesse pubblico (art. 6, par. 1, lett. e).
- Per convocare agli incontri, registrare le presenze e rilasciare l’attestato: lo stesso compito.
- Per rispondere a chi scrive o telefona: lo stesso compito.

## Quali dati

Quelli che il modulo chiede, e niente di più: accanto a ogni domanda c’è scritto a che cosa serve e chi legge la risposta. Le esigenze per partecipare agli incontri, se le scrivi, le legge solo chi organizza l’incontro.

## Chi li legge e per quanto tempo

Li leggono le persone autorizzate dell’ente e della commissione. Non si pubblicano i nomi delle persone: l’esito si pubblica con il codice della candidatura. Ogni risposta si cancella quando è passato il tempo indicato nel modulo.

## I tuoi diritti

Puoi chiedere di vedere i tuoi dati, di averne una copia, di correggerli o cancellarli, di limitarne l’uso e di opporti: dalla tua area personale o ai contatti dell’ente. Rispondiamo entro 30 giorni. Puoi anche fare reclamo al Garante per la protezione dei dati personali.`,
  },
  delegation: {
    file: "modulo-di-delega.pdf",
    title: "Modulo di delega per gli incontri",
    text: `Da compilare quando un’organizzazione manda a un incontro una persona diversa da quelle indicate nella candidatura. Si può anche delegare online, dalla convocazione: in quel caso questo modulo non serve.

## Chi delega

Organizzazione o gruppo: ______________________________________________

Nome e cognome di chi la rappresenta: ___________________________________

## Chi partecipa

Nome e cognome: ______________________________________________________

E-mail o telefono: _____________________________________________________

## Per quale incontro

Incontro del: _______________________  Titolo dell’avviso: __________________

La persona delegata partecipa a nome dell’organizzazione. Sa che i suoi dati servono solo a registrare la presenza e a mandarle le comunicazioni sull’incontro.

Luogo e data: _____________________  Firma di chi delega: ___________________`,
  },
  guardian: {
    file: "dichiarazione-minori.pdf",
    title: "Dichiarazione per chi ha 16 o 17 anni",
    text: `La compila un genitore, o chi ne fa le veci, quando si candida una persona che ha 16 o 17 anni. Si allega alla candidatura.

## Chi dichiara

Nome e cognome: ______________________________________________________

In qualità di: genitore / tutore / altro: ____________________________________

Telefono: _____________________________________________________________

## Per chi

Nome e cognome: ______________________________________________________

Data di nascita: _______________________________________________________

## Che cosa dichiara

- Ho letto l’avviso e l’informativa sulla privacy.
- Sono d’accordo che la persona indicata si candidi e partecipi agli incontri.
- So che la dichiarazione vale ai sensi del DPR 445/2000.

Luogo e data: _____________________  Firma: ______________________________`,
  },
  venues: {
    file: "sedi-degli-incontri.pdf",
    title: "Sedi degli incontri e accessibilità",
    text: `## Grosseto

Sala delle Colonne, via Saffi 17, primo piano. Tre gradini all’ingresso; ascensore dal cortile. Parcheggio riservato in piazza del Popolo.

${otherVenues}`,
  },
  venuesRectified: {
    file: "sedi-degli-incontri-rettificate.pdf",
    title: "Sedi degli incontri e accessibilità",
    text: `## Grosseto

**Sala Pegaso, piazza Dante 35, piano terra.** L’ingresso da via Ginori è senza gradini. Parcheggio riservato in piazza Dante.

${otherVenues}`,
  },
} as const satisfies Record<string, SampleDocument>;

export type SampleName = keyof typeof sampleDocuments;

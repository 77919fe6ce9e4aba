/** What people asked about the open call of the demonstration, and what was answered to all. */
export type SeedQuestion = {
  /** Key of the account that asks. */
  from: string;
  /** Days before today. */
  asked: number;
  text: string;
  answered?: { before: number; question: string; answer: string };
};

export const questions: readonly SeedQuestion[] = [
  {
    from: "mihaela-stefanescu",
    asked: 12,
    text: "Buongiorno, sono Mihaela del gruppo delle mamme di via Roma: non abbiamo il codice fiscale come gruppo, possiamo partecipare lo stesso?",
    answered: {
      before: 10,
      question: "Può partecipare un gruppo informale che non ha un codice fiscale?",
      answer:
        "Sì. Scegli «Gruppo informale»: bastano una persona di contatto e i nomi di chi ne fa parte. Codice fiscale, RUNTS e PEC non servono.",
    },
  },
  {
    from: "teresa-ferri",
    asked: 9,
    text: "Agli incontri devono venire sempre le stesse persone?",
    answered: {
      before: 7,
      question: "Agli incontri devono venire sempre le stesse persone?",
      answer:
        "È meglio, ma non è obbligatorio. Ogni organizzazione può mandare un’altra persona: chi riceve la convocazione indica chi viene al suo posto. Per l’attestato contano gli incontri a cui ciascuno è stato presente.",
    },
  },
  {
    from: "besnik-gjoka",
    asked: 1,
    text: "Lavoro fino alle 18: posso collegarmi da casa per la seconda parte dell’incontro?",
  },
];

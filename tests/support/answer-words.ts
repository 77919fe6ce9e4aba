/** What answers are said with in a copy, without the catalogues. */
export const wordsOfAnswers = async (locale: "it" | "en") => ({
  accepted: "Sì, dichiarato",
  earlier: "Prima dell’integrazione",
  names: {
    ...{ locale, yes: "Sì", no: "No", total: "Totale" },
    municipality: (code: string) => code,
    legalNature: (code: string) => code.toUpperCase(),
  },
});

/** Who applies in the demonstration. Names are invented; several languages and apostrophes are not. */
export type SeedApplicant = {
  givenName: string;
  familyName: string;
  /** Name of the organisation or group; none for a person. */
  group?: string;
  nature?: "aps" | "odv" | "socialCooperative" | "committee" | "publicBody" | "school" | "firm";
  informal?: boolean;
  locale?: "it" | "en";
};

export const organisations: readonly SeedApplicant[] = [
  {
    givenName: "Lucia",
    familyName: "Bianchi",
    group: "Rete Passaparola Toscana APS",
    nature: "aps",
  },
  { givenName: "Besnik", familyName: "Gjoka", group: "Shtëpia e Përbashkët ODV", nature: "odv" },
  { givenName: "Ionuț", familyName: "Dumitrescu", group: "Asociația Împreună APS", nature: "aps" },
  { givenName: "Rosanna", familyName: "Dell'Agnello", group: "L'Albero d'Oro ODV", nature: "odv" },
  {
    givenName: "Yasmin",
    familyName: "Al-Khatib",
    group: "جمعية الجسر - Il Ponte APS",
    nature: "aps",
  },
  {
    givenName: "Piero",
    familyName: "Nannini",
    group: "Misericordia di Capannoli ODV",
    nature: "odv",
  },
  {
    givenName: "Serena",
    familyName: "Ceccanti",
    group: "Cooperativa sociale Il Melograno",
    nature: "socialCooperative",
  },
  {
    givenName: "Duccio",
    familyName: "Lotti",
    group: "Istituto comprensivo G. Mariti",
    nature: "school",
  },
  {
    givenName: "Franca",
    familyName: "Barsotti",
    group: "Circolo Arci L'Unità di Ponsacco",
    nature: "aps",
  },
  { givenName: "Alessio", familyName: "Vannucci", group: "Auser Valdera ODV", nature: "odv" },
  { givenName: "Ornella", familyName: "Guidi", group: "Comune di Chianni", nature: "publicBody" },
  { givenName: "Mirela", familyName: "Kola", group: "Donne dell'Est APS", nature: "aps" },
  { givenName: "Sauro", familyName: "Bertini", group: "Farmacia Bertini & figli", nature: "firm" },
  { givenName: "Elena", familyName: "Ricci", group: "Autismo Valdera ODV", nature: "odv" },
];

export const groups: readonly SeedApplicant[] = [
  { givenName: "Nadia", familyName: "Sarti", group: "Le mamme di via dell'Ulivo", informal: true },
  { givenName: "Gheorghe", familyName: "Țăranu", group: "Vecinii din Santa Fiora", informal: true },
  { givenName: "Ines", familyName: "Mazzei", group: "Gruppo cammino dell'Amiata", informal: true },
  {
    givenName: "Omar",
    familyName: "Benali",
    group: "شباب غروسيتو - Giovani di Grosseto",
    informal: true,
    locale: "en",
  },
];

export const citizens: readonly SeedApplicant[] = [
  { givenName: "Amina", familyName: "Diallo" },
  { givenName: "Teresa", familyName: "Ferri" },
  { givenName: "Mihaela", familyName: "Ștefănescu" },
  { givenName: "Çiljeta", familyName: "Prifti" },
  { givenName: "Niccolò", familyName: "D'Angelo Dell'Òmo" },
  { givenName: "ليلى", familyName: "منصور", locale: "en" },
  { givenName: "Ivo", familyName: "Salvadori" },
  { givenName: "Arta", familyName: "Hysa" },
  { givenName: "Giulia", familyName: "Dal Canto" },
  { givenName: "Florin", familyName: "Bălan" },
  { givenName: "Marisa", familyName: "Lo Presti" },
  { givenName: "Tommaso", familyName: "Orsini" },
];

export const reasons = [
  "Incontriamo ogni settimana famiglie arrivate da poco che non sanno a chi rivolgersi per una visita.",
  "Nei paesi l'autobus passa due volte al giorno: molte persone anziane rinunciano alle cure.",
  "Vogliamo che chi assiste un familiare trovi le informazioni in un posto solo.",
  "Abbiamo imparato facendo: ora vorremmo mettere quello che sappiamo insieme agli altri.",
  "Le ragazze e i ragazzi non entrano al consultorio perché non sanno che è per loro.",
  "Chi non parla bene l'italiano ha bisogno di qualcuno che l'accompagni le prime volte.",
] as const;

export const resources = [
  "Dodici volontari, un pulmino e tre sportelli nei piccoli comuni.",
  "Una sala accessibile per gli incontri e due mediatrici linguistiche.",
  "Conosciamo casa per casa le persone sole del paese.",
  "Un gruppo di giovani che sa fare video e comunicazione.",
] as const;

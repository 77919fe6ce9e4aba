import type { Part } from "@/lib/calls/core/form-composites";
import type { Identifier } from "@/lib/people/core/legal-nature";

type KnownPart = Omit<Part, "id" | "required"> & {
  /** Asked only of those who can have it. */
  readonly identifier?: Identifier;
};

const say = (it: string, en: string) => ({ it, en });
const choice = (value: string, it: string, en: string) => ({ value, label: { it, en } });

/** What a block about a person may ask. */
export const PERSON_PARTS = {
  firstName: { type: "text", maxLength: 100, label: say("Nome", "First name") },
  lastName: { type: "text", maxLength: 100, label: say("Cognome", "Last name") },
  role: { type: "text", maxLength: 100, label: say("Ruolo", "Role") },
  fiscalCode: { type: "fiscalCodePerson", label: say("Codice fiscale", "Tax code") },
  birthDate: { type: "date", label: say("Data di nascita", "Date of birth") },
  email: { type: "email", label: say("E-mail", "E-mail") },
  phone: { type: "phone", label: say("Telefono", "Telephone") },
  municipality: { type: "municipality", label: say("Comune", "Municipality") },
} as const satisfies Record<string, KnownPart>;

/** The sections of the register: D.lgs. 117/2017, art. 46. */
const RUNTS_SECTIONS = [
  choice("a", "a) Organizzazioni di volontariato", "a) Voluntary organisations"),
  choice("b", "b) Associazioni di promozione sociale", "b) Social promotion associations"),
  choice("c", "c) Enti filantropici", "c) Philanthropic bodies"),
  choice("d", "d) Imprese e cooperative sociali", "d) Social enterprises and cooperatives"),
  choice("e", "e) Reti associative", "e) Associative networks"),
  choice("f", "f) Società di mutuo soccorso", "f) Mutual aid societies"),
  choice("g", "g) Altri enti del Terzo settore", "g) Other third sector bodies"),
] as const;

/** What a block about an organisation may ask. */
export const ORGANISATION_PARTS = {
  name: { type: "text", label: say("Denominazione", "Name") },
  legalNature: { type: "legalNature", label: say("Tipo di organizzazione", "Kind") },
  fiscalCode: {
    type: "fiscalCodeBody",
    identifier: "fiscalCode",
    label: say("Codice fiscale", "Tax code"),
  },
  partitaIva: {
    type: "partitaIva",
    identifier: "partitaIva",
    label: say("Partita IVA", "VAT number"),
  },
  runtsNumber: {
    type: "runts",
    identifier: "runts",
    label: say("Numero di repertorio RUNTS", "RUNTS number"),
  },
  runtsSection: {
    type: "select",
    options: RUNTS_SECTIONS,
    identifier: "runts",
    label: say("Sezione del RUNTS", "Section of RUNTS"),
  },
  runtsSince: {
    type: "date",
    identifier: "runts",
    label: say("Nel RUNTS dal", "In RUNTS since"),
  },
  street: { type: "text", label: say("Via e numero civico", "Street and number") },
  postcode: { type: "text", maxLength: 10, label: say("CAP", "Postcode") },
  municipality: { type: "municipality", label: say("Comune della sede", "Municipality") },
  email: { type: "email", label: say("E-mail", "E-mail") },
  pec: { type: "pec", identifier: "pec", label: say("PEC", "Certified e-mail (PEC)") },
  phone: { type: "phone", label: say("Telefono", "Telephone") },
} as const satisfies Record<string, KnownPart>;

import type { Section } from "@/lib/calls/core/form-definition";
import { identifies, reaches, say } from "@/lib/calls/core/form-templates/parts";
import type { LegalNature } from "@/lib/people/core/legal-nature";

/** Everybody but single persons: a call is open to those who can help, with or without codes. */
const ADMITTED: readonly LegalNature[] = [
  "publicBody",
  "odv",
  "aps",
  "otherEts",
  "socialCooperative",
  "socialEnterprise",
  "foundation",
  "firm",
  "school",
  "professional",
  "committee",
  "other",
];

const isCommittee = { op: "eq", field: "legalNature", value: "committee" } as const;

/** "Chi si candida" for an organisation. A committee says first whether it has a code at all. */
export const organisationSection: Section = {
  id: "organisation",
  step: "general",
  title: say("Organizzazione", "Organisation"),
  tracks: ["organisation"],
  fields: [
    {
      id: "legalNature",
      type: "legalNature",
      admitted: ADMITTED,
      label: say("Tipo di organizzazione", "Kind of organisation"),
      required: true,
      ...identifies,
      prefill: "organisation.legalNature",
    },
    {
      id: "organisationName",
      type: "text",
      label: say("Denominazione", "Name"),
      hint: say("Come è scritta nello statuto.", "As written in the statutes."),
      required: true,
      ...identifies,
      prefill: "organisation.name",
    },
    {
      id: "committeeHasCode",
      type: "yesNo",
      label: say("Il comitato ha un codice fiscale?", "Does the committee have a tax code?"),
      hint: say("Se non ce l’ha, può candidarsi lo stesso.", "Without one, it can still apply."),
      required: true,
      when: isCommittee,
      ...identifies,
    },
    {
      id: "organisationCode",
      type: "fiscalCodeBody",
      label: say("Codice fiscale dell’organizzazione", "Tax code of the organisation"),
      hint: say(
        "11 cifre. Non è la partita IVA, anche se a volte coincidono.",
        "11 digits. It is not the VAT number, though they may coincide.",
      ),
      required: true,
      when: {
        op: "or",
        rules: [
          { op: "ne", field: "legalNature", value: "committee" },
          { op: "eq", field: "committeeHasCode", value: true },
        ],
      },
      ...identifies,
      prefill: "organisation.fiscalCode",
    },
    {
      id: "committeeMembers",
      type: "members",
      minMembers: 2,
      maxMembers: 30,
      label: say("Componenti del comitato", "Members of the committee"),
      hint: say("Bastano nome e cognome.", "First and last name are enough."),
      required: true,
      when: { op: "eq", field: "committeeHasCode", value: false },
      ...identifies,
    },
  ],
};

/** "Chi si candida" for an informal group: no code of any kind is asked. */
export const informalGroupSection: Section = {
  id: "informalGroup",
  step: "general",
  title: say("Gruppo informale", "Informal group"),
  intro: say("Non servono statuto né codice fiscale.", "You need neither statutes nor a tax code."),
  tracks: ["informalGroup"],
  fields: [
    {
      id: "groupName",
      type: "text",
      label: say("Nome del gruppo", "Name of the group"),
      hint: say("Come vi chiamate di solito.", "What you usually call yourselves."),
      required: true,
      ...identifies,
    },
    {
      id: "groupMembers",
      type: "members",
      minMembers: 2,
      maxMembers: 30,
      label: say("Componenti del gruppo", "Members of the group"),
      hint: say("Bastano nome e cognome.", "First and last name are enough."),
      required: true,
      ...identifies,
    },
  ],
};

/** Where the organisation or group is and how it is reached. */
export const contactsSection: Section = {
  id: "contacts",
  step: "general",
  title: say("Recapiti", "Contact details"),
  tracks: ["organisation", "informalGroup"],
  fields: [
    {
      id: "seatStreet",
      type: "text",
      label: say("Indirizzo della sede", "Address"),
      hint: say("Via e numero civico.", "Street and number."),
      required: true,
      tracks: ["organisation"],
      ...identifies,
    },
    {
      id: "seatMunicipality",
      type: "municipality",
      label: say("Comune", "Municipality"),
      hint: say("Quello della sede, o dove siete attivi.", "Of the seat, or where you are active."),
      required: true,
      ...identifies,
    },
    {
      id: "organisationEmail",
      type: "email",
      label: say("E-mail", "E-mail"),
      hint: say(
        "La usiamo per la ricevuta e l’esito.",
        "We use it for the receipt and the outcome.",
      ),
      required: true,
      ...reaches,
      prefill: "person.email",
    },
    {
      id: "organisationPec",
      type: "pec",
      label: say("PEC", "Certified e-mail (PEC)"),
      required: false,
      ...reaches,
    },
  ],
};

/** The one person to talk to; usually who fills in the form. */
export const contactPersonSection: Section = {
  id: "contactPerson",
  step: "general",
  title: say("Referente", "Contact person"),
  tracks: ["organisation", "informalGroup"],
  fields: [
    {
      id: "contactName",
      type: "text",
      label: say("Nome e cognome", "First and last name"),
      required: true,
      ...reaches,
      prefill: "person.fullName",
    },
    {
      id: "contactRole",
      type: "text",
      label: say("Ruolo nell’organizzazione", "Role in the organisation"),
      required: true,
      tracks: ["organisation"],
      ...reaches,
      prefill: "membership.role",
    },
    {
      id: "contactPhone",
      type: "phone",
      label: say("Telefono", "Telephone"),
      hint: say(
        "Solo per avvisi urgenti sui laboratori.",
        "Only for urgent news about the workshops.",
      ),
      required: true,
      ...reaches,
      prefill: "person.phone",
    },
  ],
};

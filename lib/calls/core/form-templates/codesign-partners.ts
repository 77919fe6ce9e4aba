import type { FormDefinition } from "@/lib/calls/core/form-definition";
import {
  contactPersonSection,
  contactsSection,
  organisationSection,
} from "@/lib/calls/core/form-templates/organisation-sections";
import {
  assesses,
  identifies,
  option,
  organises,
  say,
} from "@/lib/calls/core/form-templates/parts";
import {
  accessNeedsField,
  declarationsSection,
  experienceFileField,
  partnerCode,
  partnerIdentity,
  partners,
} from "@/lib/calls/core/form-templates/shared-sections";

/** Partners for co-design with the administration: D.lgs. 117/2017, art. 55; RUNTS is required. */
export const codesignPartners: FormDefinition = {
  version: 1,
  eligibility: [
    {
      id: "notInRunts",
      when: { op: "eq", field: "inRunts", value: false },
      message: say(
        "L’avviso è per gli enti iscritti al RUNTS (art. 55 del D.lgs. 117/2017). Puoi partecipare come partner di un ente iscritto.",
        "The call is for bodies enrolled in RUNTS (art. 55 of D.lgs. 117/2017). You can take part as a partner of one.",
      ),
    },
  ],
  sections: [
    {
      id: "register",
      step: "general",
      title: say("Iscrizione al RUNTS", "Enrolment in RUNTS"),
      fields: [
        {
          id: "inRunts",
          type: "yesNo",
          label: say("Siete iscritti al RUNTS?", "Are you enrolled in RUNTS?"),
          hint: say(
            "È il registro unico nazionale del Terzo settore.",
            "It is the national register of the third sector.",
          ),
          required: true,
          ...identifies,
        },
      ],
    },
    {
      ...organisationSection,
      fields: [
        ...organisationSection.fields,
        {
          id: "runtsNumber",
          type: "runts",
          label: say("Numero di repertorio", "Repertory number"),
          required: true,
          when: { op: "eq", field: "inRunts", value: true },
          ...identifies,
        },
        {
          id: "runtsSince",
          type: "date",
          label: say("Data di iscrizione al RUNTS", "Date of enrolment in RUNTS"),
          required: true,
          when: { op: "eq", field: "inRunts", value: true },
          ...identifies,
        },
      ],
    },
    contactsSection,
    contactPersonSection,
    {
      id: "proposal",
      step: "specific",
      title: say("La proposta", "The proposal"),
      fields: [
        {
          id: "experience",
          type: "longText",
          maxLength: 3000,
          label: say("Quale esperienza avete sul tema?", "What experience do you have of this?"),
          hint: say("Attività degli ultimi tre anni.", "Activities of the last three years."),
          required: true,
          ...assesses,
        },
        {
          id: "idea",
          type: "longText",
          maxLength: 4000,
          label: say("Che cosa proponete?", "What do you propose?"),
          required: true,
          ...assesses,
        },
        {
          id: "staff",
          type: "group",
          rowLabel: say("Figura", "Role"),
          maxRows: 15,
          label: say("Chi mettete a disposizione", "Whom you make available"),
          required: true,
          parts: [
            { id: "role", type: "text", label: say("Ruolo", "Role"), required: true },
            {
              id: "kind",
              type: "select",
              options: [
                option("employee", "Personale", "Staff"),
                option("volunteer", "Volontariato", "Volunteer"),
              ],
              label: say("In che forma", "As"),
              required: true,
            },
            {
              id: "hours",
              type: "number",
              min: 1,
              max: 60,
              label: say("Ore a settimana", "Hours a week"),
              required: true,
            },
          ],
          ...assesses,
        },
        {
          ...partners,
          hint: say("Anche enti non iscritti al RUNTS.", "Also bodies that are not in RUNTS."),
          required: false,
          parts: [
            ...partnerIdentity,
            { ...partnerCode, required: true },
            { id: "does", type: "text", label: say("Che cosa fa", "What it does"), required: true },
          ],
        },
        {
          id: "resources",
          type: "budget",
          columns: [{ id: "value", label: say("Valore", "Value") }],
          lines: [
            { id: "people", label: say("Personale e volontariato", "Staff and volunteers") },
            { id: "rooms", label: say("Spazi e mezzi", "Rooms and vehicles") },
            { id: "money", label: say("Risorse economiche", "Money") },
          ],
          ownLines: 5,
          label: say("Risorse che mettete in comune", "Resources that you bring"),
          hint: say(
            "Una stima in euro. Non è un preventivo.",
            "An estimate in euro, not a quotation.",
          ),
          required: true,
          ...assesses,
        },
        { ...experienceFileField, maxFiles: 3 },
      ],
    },
    {
      id: "tables",
      step: "specific",
      title: say("I tavoli di co-progettazione", "The co-design tables"),
      fields: [
        {
          id: "delegates",
          type: "members",
          minMembers: 1,
          maxMembers: 2,
          label: say("Chi partecipa ai tavoli", "Who comes to the tables"),
          required: true,
          ...organises,
        },
        {
          id: "times",
          type: "availability",
          days: [1, 2, 3, 4, 5],
          slots: ["morning", "afternoon"],
          label: say("Quando potete esserci?", "When can you come?"),
          required: true,
          ...organises,
        },
        accessNeedsField,
      ],
    },
    declarationsSection,
  ],
};

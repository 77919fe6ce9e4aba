import type { FormDefinition } from "@/lib/calls/core/form-definition";
import {
  contactPersonSection,
  contactsSection,
  informalGroupSection,
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
} from "@/lib/calls/core/form-templates/shared-sections";

const delegate = {
  type: "person",
  parts: [
    { id: "firstName", required: true },
    { id: "lastName", required: true },
    { id: "email", required: true },
    { id: "phone", required: false },
  ],
} as const;

/** Enrolment in a Consulta del Terzo settore or a Comitato di partecipazione, open all year. */
export const participationBody: FormDefinition = {
  version: 1,
  eligibility: [
    {
      id: "economicRelation",
      when: { op: "eq", field: "paidByAuthority", value: true },
      message: say(
        "Chi ha un rapporto economico continuativo con l’azienda sanitaria non può far parte del Comitato.",
        "Whoever has a continuing economic relation with the health authority cannot be a member.",
      ),
    },
  ],
  sections: [
    organisationSection,
    informalGroupSection,
    contactsSection,
    contactPersonSection,
    {
      id: "enrolment",
      step: "specific",
      title: say("La vostra adesione", "Your membership"),
      fields: [
        {
          id: "paidByAuthority",
          type: "yesNo",
          label: say(
            "Avete un rapporto economico continuativo con l’azienda sanitaria?",
            "Do you have a continuing economic relation with the health authority?",
          ),
          hint: say(
            "Per esempio convenzioni o appalti di servizi. Non contano i rimborsi spese.",
            "For instance agreements or service contracts. Refunds of expenses do not count.",
          ),
          required: true,
          ...identifies,
        },
        {
          id: "alreadyMember",
          type: "radio",
          options: [
            option("new", "No, è la prima volta", "No, this is the first time"),
            option("confirms", "Sì, confermiamo l’adesione", "Yes, we confirm our membership"),
          ],
          label: say("Ne fate già parte?", "Are you a member already?"),
          hint: say("Chi è già iscritto deve confermare.", "Members must confirm."),
          required: true,
          ...identifies,
        },
        {
          id: "memberSince",
          type: "number",
          min: 1990,
          max: 2100,
          label: say("Da che anno?", "Since which year?"),
          required: false,
          when: { op: "eq", field: "alreadyMember", value: "confirms" },
          ...identifies,
        },
        {
          id: "activeIn",
          type: "municipality",
          within: "zone",
          label: say(
            "In quale comune della zona siete attivi?",
            "Where in the zone are you active?",
          ),
          hint: say("Il principale.", "The main one."),
          required: true,
          ...assesses,
        },
        {
          id: "areas",
          type: "checkboxes",
          options: [
            option("ageing", "Anziani", "Older people"),
            option("disability", "Disabilità", "Disability"),
            option("mentalHealth", "Salute mentale", "Mental health"),
            option("families", "Famiglie e minori", "Families and children"),
            option("migration", "Migranti", "Migrants"),
            option("chronic", "Malattie croniche", "Chronic diseases"),
            option("other", "Altro", "Other"),
          ],
          label: say("Di che cosa vi occupate?", "What do you work on?"),
          required: true,
          ...assesses,
        },
        {
          id: "activities",
          type: "longText",
          maxLength: 1500,
          label: say("Che cosa avete fatto nell’ultimo anno?", "What did you do in the last year?"),
          required: true,
          ...assesses,
        },
      ],
    },
    {
      id: "representatives",
      step: "specific",
      title: say("Chi vi rappresenta", "Who represents you"),
      fields: [
        {
          ...delegate,
          id: "holder",
          label: say("Rappresentante", "Representative"),
          required: true,
          ...organises,
        },
        {
          ...delegate,
          id: "deputy",
          label: say("Supplente", "Deputy"),
          hint: say(
            "Partecipa quando manca chi rappresenta.",
            "Attends when the representative cannot.",
          ),
          required: false,
          ...organises,
        },
        {
          id: "times",
          type: "availability",
          days: [1, 2, 3, 4, 5],
          label: say("Quando potete riunirvi di solito?", "When can you usually meet?"),
          required: false,
          ...organises,
        },
        accessNeedsField,
      ],
    },
    declarationsSection,
  ],
};

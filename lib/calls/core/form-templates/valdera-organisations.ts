import type { FormDefinition } from "@/lib/calls/core/form-definition";
import {
  contactPersonSection,
  contactsSection,
  informalGroupSection,
  organisationSection,
} from "@/lib/calls/core/form-templates/organisation-sections";
import { assesses, option, organises, say } from "@/lib/calls/core/form-templates/parts";
import {
  accessNeedsField,
  declarationsSection,
  experienceFileField,
} from "@/lib/calls/core/form-templates/shared-sections";

/** Organisations and informal groups for a guidance service run together (Valdera, 2021). */
export const valderaOrganisations: FormDefinition = {
  version: 1,
  sections: [
    organisationSection,
    informalGroupSection,
    contactsSection,
    contactPersonSection,
    {
      id: "proposal",
      step: "specific",
      title: say("La vostra candidatura", "Your application"),
      fields: [
        {
          id: "motivation",
          type: "longText",
          maxLength: 1500,
          label: say("Perché volete partecipare?", "Why do you want to take part?"),
          required: true,
          ...assesses,
        },
        {
          id: "givesGuidance",
          type: "radio",
          options: [
            option("desk", "Sì, con uno sportello", "Yes, with a desk"),
            option("informally", "Sì, senza uno sportello", "Yes, without a desk"),
            option("no", "No, ma vorremmo", "No, but we would like to"),
          ],
          label: say(
            "Oggi aiutate le persone a orientarsi tra i servizi?",
            "Do you help people find their way among the services today?",
          ),
          required: true,
          ...assesses,
        },
        {
          id: "deskHours",
          type: "text",
          label: say("Dove e quando è aperto lo sportello?", "Where and when is the desk open?"),
          required: true,
          when: { op: "eq", field: "givesGuidance", value: "desk" },
          ...assesses,
        },
        {
          id: "brings",
          type: "longText",
          maxLength: 1500,
          label: say("Che cosa portate alla rete?", "What do you bring to the network?"),
          hint: say(
            "Per esempio volontari, spazi, competenze, contatti.",
            "For instance volunteers, rooms, skills, contacts.",
          ),
          required: true,
          ...assesses,
        },
        {
          id: "worksWith",
          type: "longText",
          maxLength: 800,
          label: say("Con chi lavorate già?", "Whom do you already work with?"),
          required: false,
          ...assesses,
        },
        experienceFileField,
      ],
    },
    {
      id: "workshops",
      step: "specific",
      title: say("Laboratori", "Workshops"),
      fields: [
        {
          id: "delegates",
          type: "members",
          minMembers: 1,
          maxMembers: 2,
          label: say("Chi viene ai laboratori", "Who comes to the workshops"),
          hint: say(
            "Una o due persone. Si possono cambiare fino al giorno prima.",
            "One or two people. You can change them until the day before.",
          ),
          required: true,
          ...organises,
        },
        accessNeedsField,
      ],
    },
    declarationsSection,
  ],
};

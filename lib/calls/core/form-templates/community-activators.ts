import type { FormDefinition } from "@/lib/calls/core/form-definition";
import {
  citizenContactsSection,
  citizenSection,
  guardianSection,
} from "@/lib/calls/core/form-templates/citizen-sections";
import { assesses, option, organises, say } from "@/lib/calls/core/form-templates/parts";
import {
  accessNeedsField,
  declarationsSection,
} from "@/lib/calls/core/form-templates/shared-sections";

/** Persons of 16 or older who want to become Attivatori di Comunità: six meetings, twenty hours. */
export const communityActivators: FormDefinition = {
  version: 1,
  sections: [
    citizenSection,
    citizenContactsSection,
    guardianSection,
    {
      id: "aboutYou",
      step: "specific",
      title: say("Qualcosa di te", "Something about you"),
      fields: [
        {
          id: "activatorMotivation",
          type: "longText",
          maxLength: 1000,
          label: say(
            "Perché vuoi diventare Attivatrice o Attivatore di Comunità?",
            "Why do you want to become a community activator?",
          ),
          required: true,
          ...assesses,
        },
        {
          id: "activatorExperience",
          type: "longText",
          maxLength: 1000,
          label: say(
            "Che cosa hai già fatto per gli altri o nel tuo quartiere?",
            "What have you already done for others or in your neighbourhood?",
          ),
          hint: say(
            "Anche piccole cose. Non serve un titolo.",
            "Small things too. No title is needed.",
          ),
          required: false,
          ...assesses,
        },
        {
          id: "topics",
          type: "checkboxes",
          options: [
            option("listening", "Ascolto attivo", "Active listening"),
            option("facilitation", "Facilitazione", "Facilitation"),
            option("engagement", "Coinvolgimento della comunità", "Community engagement"),
          ],
          label: say("Che cosa ti interessa di più?", "What interests you most?"),
          required: false,
          ...assesses,
        },
      ],
    },
    {
      id: "course",
      step: "specific",
      title: say("Il corso", "The course"),
      fields: [
        {
          id: "canAttend",
          type: "radio",
          options: [
            option("all", "A tutti", "All of them"),
            option("most", "Quasi a tutti", "Most of them"),
            option("unsure", "Non so ancora", "I do not know yet"),
          ],
          label: say("A quanti incontri puoi partecipare?", "How many meetings can you attend?"),
          required: true,
          ...organises,
        },
        {
          id: "connection",
          type: "radio",
          options: [
            option("computer", "Computer", "Computer"),
            option("phone", "Telefono o tablet", "Phone or tablet"),
            option("none", "Mi serve aiuto per collegarmi", "I need help to connect"),
          ],
          label: say("Con che cosa ti colleghi agli incontri online?", "How will you join online?"),
          required: true,
          ...organises,
        },
        accessNeedsField,
      ],
    },
    declarationsSection,
  ],
};

import type { Field, FormDefinition, Localised } from "@/lib/calls/core/form-definition";
import {
  citizenContactsSection,
  citizenSection,
  guardianSection,
} from "@/lib/calls/core/form-templates/citizen-sections";
import {
  contactPersonSection,
  contactsSection,
  informalGroupSection,
  organisationSection,
} from "@/lib/calls/core/form-templates/organisation-sections";
import { assesses, counts, option, organises, say } from "@/lib/calls/core/form-templates/parts";
import {
  accessNeedsField,
  declarationsSection,
  experienceFileField,
} from "@/lib/calls/core/form-templates/shared-sections";

const runtsFields: readonly Field[] = [
  {
    id: "enrolledInRunts",
    type: "radio",
    options: [
      option("yes", "Sì", "Yes"),
      option("no", "No", "No"),
      option("unsure", "Non so", "I do not know"),
    ],
    label: say("Siete iscritti al RUNTS?", "Are you enrolled in RUNTS?"),
    hint: say(
      "Per questo avviso non è richiesto: ci serve solo per le statistiche.",
      "Not required for this call: we only use it for statistics.",
    ),
    required: true,
    when: {
      op: "in",
      field: "legalNature",
      values: ["odv", "aps", "otherEts", "socialCooperative", "socialEnterprise", "foundation"],
    },
    ...counts,
  },
  {
    id: "runtsNumber",
    type: "runts",
    label: say("Numero di repertorio", "Repertory number"),
    required: false,
    when: { op: "eq", field: "enrolledInRunts", value: "yes" },
    ...counts,
  },
];

/** Organisations, informal groups and persons in one path for equal access (COeSO, 2022). */
export const coesoBothTracks: FormDefinition = {
  version: 1,
  sections: [
    { ...organisationSection, fields: [...organisationSection.fields, ...runtsFields] },
    informalGroupSection,
    contactsSection,
    contactPersonSection,
    citizenSection,
    citizenContactsSection,
    guardianSection,
    {
      id: "answers",
      step: "specific",
      title: say("Le tue risposte", "Your answers"),
      fields: [
        ...question(
          "meets",
          say("Chi incontrate?", "Whom do you meet?"),
          say("Chi incontri?", "Whom do you meet?"),
          say(
            "Le persone che fanno fatica ad arrivare ai servizi.",
            "People who struggle to reach the services.",
          ),
        ),
        {
          id: "missing",
          type: "longText",
          maxLength: 1000,
          label: say("Che cosa manca oggi?", "What is missing today?"),
          required: true,
          ...assesses,
        },
        ...question(
          "brings",
          say("Che cosa portate?", "What do you bring?"),
          say("Che cosa porti?", "What do you bring?"),
          say(
            "Tempo, spazi, mezzi, conoscenze: quello che c’è.",
            "Time, rooms, vehicles, knowledge: whatever there is.",
          ),
        ),
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
          maxMembers: 3,
          label: say("Chi viene ai laboratori", "Who comes to the workshops"),
          hint: say(
            "Da una a tre persone. Si possono cambiare fino al giorno prima.",
            "One to three people. You can change them until the day before.",
          ),
          required: true,
          tracks: ["organisation", "informalGroup"],
          ...organises,
        },
        accessNeedsField,
      ],
    },
    declarationsSection,
  ],
};

/** One question in two voices: "voi" to those who are many, "tu" to a person. */
function question(id: string, many: Localised, one: Localised, hint: Localised): Field[] {
  const field = { type: "longText", maxLength: 1000, hint, required: true, ...assesses } as const;
  return [
    { ...field, id, label: many, tracks: ["organisation", "informalGroup"] },
    { ...field, id: `${id}AsPerson`, label: one, tracks: ["citizen"] },
  ];
}

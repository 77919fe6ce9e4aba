import type { Field, FormDefinition, Localised } from "@/lib/calls/core/form-definition";
import type { ApplicationTrack } from "./tracks";

/** How an address names in whose name one tries. */
export const TRIAL_WAYS: Readonly<Record<ApplicationTrack, string>> = {
  organisation: "organizzazione",
  informalGroup: "gruppo",
  citizen: "persona",
};

/**
 * A form as it can be tried: there is no application that a file could belong to, so a question for
 * one says so instead of asking.
 */
export function trialDefinition(definition: FormDefinition, words: Localised): FormDefinition {
  return {
    ...definition,
    sections: definition.sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) => (field.type === "file" ? told(field, words) : field)),
    })),
  };
}

function told({ id, label, tracks, when, ...field }: Field, words: Localised): Field {
  const { purpose, visibility, retentionDays } = field;
  return {
    ...{ id, purpose, visibility, retentionDays, type: "info", required: false },
    ...(tracks && { tracks }),
    ...(when && { when }),
    label: { it: `${label.it} ${words.it}`, en: `${label.en} ${words.en}` },
  };
}

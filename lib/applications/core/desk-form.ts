import type { Field, FormDefinition } from "@/lib/calls/core/form-definition";

/**
 * The form as the desk has it: a person without a mailbox can apply there, so a question for one may
 * stay empty. A certified mailbox, which some bodies must have, may not.
 */
export function withOptionalMailbox(definition: FormDefinition): FormDefinition {
  return {
    ...definition,
    sections: definition.sections.map((section) => ({
      ...section,
      fields: section.fields.map(withoutDuty),
    })),
  };
}

function withoutDuty(field: Field): Field {
  if (field.type === "email") return { ...field, required: false };
  if (field.type !== "person") return field;
  return {
    ...field,
    parts: field.parts.map((part) => (part.id === "email" ? { ...part, required: false } : part)),
  };
}

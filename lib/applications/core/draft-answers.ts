import type { Answers } from "@/lib/calls/core/form-answers";
import { type FormDefinition, fieldsOf } from "@/lib/calls/core/form-definition";

type Stored = {
  sections: Record<string, { answers: Record<string, unknown> }>;
  attachments: readonly { id: string; fieldId: string }[];
};

/** All answers of a draft in one map; file fields hold the ids of what was attached to them. */
export function draftAnswers(definition: FormDefinition, stored: Stored): Answers {
  const written = Object.values(stored.sections).flatMap((section) =>
    Object.entries(section.answers),
  );
  const files = fieldsOf(definition)
    .filter((field) => field.type === "file")
    .map((field) => {
      const own = stored.attachments.filter((file) => file.fieldId === field.id);
      return [field.id, own.map((file) => file.id)] as const;
    });
  return Object.fromEntries([...written, ...files]);
}

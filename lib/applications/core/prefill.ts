import { type FormDefinition, fieldsOf } from "@/lib/calls/core/form-definition";
import type { ApplicationTrack } from "./tracks";

/** What is known of a person before it writes, by profile path; empty texts are not known. */
export type Profile = Readonly<Record<string, string>>;

/** The answers that the profile knows, by section and field: what is known is not asked again. */
export function prefilled(
  definition: FormDefinition,
  track: ApplicationTrack,
  profile: Profile,
): Record<string, Record<string, string>> {
  const sections = definition.sections
    .filter((section) => !section.tracks || section.tracks.includes(track))
    .map((section) => {
      const known = section.fields.flatMap((field) => {
        const text = field.prefill && profile[field.prefill];
        const asked = !field.tracks || field.tracks.includes(track);
        return text && asked ? [[field.id, text] as const] : [];
      });
      return [section.id, Object.fromEntries(known)] as const;
    });
  return Object.fromEntries(sections.filter(([, answers]) => Object.keys(answers).length > 0));
}

/** Reads a profile back from what somebody answered elsewhere: the same paths in another form. */
export function profileFrom(
  definition: FormDefinition,
  answers: Readonly<Record<string, unknown>>,
): Profile {
  return Object.fromEntries(
    fieldsOf(definition).flatMap((field) => {
      const text = answers[field.id];
      return field.prefill && typeof text === "string" && text ? [[field.prefill, text]] : [];
    }),
  );
}

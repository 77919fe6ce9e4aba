import { type Field, type FormDefinition, fieldsOf } from "./form-definition";
import { isComposite, partsOf } from "./form-parts";
import { TRACKS, type Track } from "./tracks";

/** Whether a form asks everybody of some audiences what kind they are, and where they are. */
export type AsksWho = { readonly nature: boolean; readonly place: boolean };

/** Groups and budgets tell of others: only what tells of the applicant counts. */
export function asksWho(form: FormDefinition, audiences: readonly string[]): AsksWho {
  const tracks = TRACKS.filter((track) =>
    audiences.includes(track === "citizen" ? "citizen" : "organisation"),
  );
  const asked = (of: Track, types: readonly string[]) =>
    questionsFor(form, of).some((type) => types.includes(type));
  return {
    // An informal group is one by its track.
    nature: tracks.every((track) => track !== "organisation" || asked(track, ["legalNature"])),
    place: tracks.every((track) => asked(track, ["municipality", "address"])),
  };
}

function questionsFor(form: FormDefinition, track: Track): string[] {
  const sections = form.sections.filter(({ tracks }) => !tracks || tracks.includes(track));
  return fieldsOf({ ...form, sections })
    .filter(({ tracks }) => !tracks || tracks.includes(track))
    .flatMap(typesIn);
}

function typesIn(field: Field): string[] {
  if (field.type === "group" || field.type === "budget") return [];
  return isComposite(field) ? partsOf(field).map(({ type }) => type) : [field.type];
}

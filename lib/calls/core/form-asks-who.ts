import { type Field, type FormDefinition, fieldsOf } from "./form-definition";
import { isComposite, partsOf } from "./form-parts";
import { TRACKS, type Track } from "./tracks";

/** Whether a form asks everybody of some audiences what kind they are, and where they are. */
export type AsksWho = { readonly nature: boolean; readonly place: boolean };

/**
 * Only what everybody has to answer counts: required, on no condition. Groups and budgets tell of
 * others. A municipality or an address on its own is taken for where the applicant lives or has its
 * seat: a form has no way to say that it is another place.
 */
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
  const asked = (one: { tracks?: readonly Track[]; when?: unknown }) =>
    one.when === undefined && (!one.tracks || one.tracks.includes(track));
  const sections = form.sections.filter(asked);
  return fieldsOf({ ...form, sections })
    .filter((field) => field.required && asked(field))
    .flatMap(typesIn);
}

function typesIn(field: Field): string[] {
  if (field.type === "group" || field.type === "budget") return [];
  if (!isComposite(field)) return [field.type];
  return partsOf(field).flatMap(({ type, required }) => (required ? [type] : []));
}

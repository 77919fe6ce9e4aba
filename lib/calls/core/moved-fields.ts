import { type Field, type FormDefinition, fieldsOf } from "@/lib/calls/core/form-definition";

/**
 * The questions that stand elsewhere in a new version of a form: in another section, or before what
 * they stood behind. As few as tell the new order: the rest has only made room.
 */
export function movedFields(before: FormDefinition, after: FormDefinition): Field[] {
  const [old, now] = [sectionsByField(before), sectionsByField(after)];
  const places = new Map(fieldsOf(before).map((field, at) => [field.id, at]));
  const common = fieldsOf(after).filter((field) => places.has(field.id));
  const kept = longestRise(common.map((field) => places.get(field.id) ?? 0));
  return common.filter((field, at) => !kept.has(at) || old.get(field.id) !== now.get(field.id));
}

function sectionsByField(definition: FormDefinition): ReadonlyMap<string, string> {
  return new Map(
    definition.sections.flatMap((section) =>
      section.fields.map((field) => [field.id, section.id] as const),
    ),
  );
}

/** Where a longest run of rising numbers stands, out of numbers that are all different. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  /** Of each length, where the run ends that ends lowest; and what stood before each number. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  const valueAt = (at: number | undefined) => (at === undefined ? -1 : (numbers[at] ?? -1));
  for (const [at, number] of numbers.entries()) {
    const length = ends.findIndex((end) => valueAt(end) >= number);
    const place = length === -1 ? ends.length : length;
    previous[at] = ends[place - 1];
    ends[place] = at;
  }
  const found = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) found.add(at);
  return found;
}

import { type Condition, comparisonsIn, fieldOfComparison } from "@/lib/calls/core/form-conditions";
import type { FormDefinition } from "@/lib/calls/core/form-definition";

/**
 * The fields and sections that wait for each other, each with its circle ("a", "b", "a"): nobody
 * would ever see them. A field waits for what its own condition and that of its section look at.
 */
export function circularFields(definition: FormDefinition): ReadonlyMap<string, string[]> {
  const waits = new Map<string, string[]>();
  const sectionOf = new Map<string, string>();
  for (const section of definition.sections) {
    waits.set(section.id, lookedAt(section.when));
    for (const field of section.fields) {
      sectionOf.set(field.id, section.id);
      waits.set(field.id, [...lookedAt(field.when), ...(section.when ? [section.id] : [])]);
    }
  }
  const circles = new Map<string, string[]>();
  for (const start of waits.keys()) {
    const path = wayBack(start, waits);
    if (path) circles.set(start, path);
  }
  return circles;
}

function lookedAt(condition: Condition | undefined): string[] {
  return condition ? [...new Set(comparisonsIn(condition).map(fieldOfComparison))] : [];
}

/** The shortest way from a field to itself, breadth first; itself alone is told by another code. */
function wayBack(start: string, waits: ReadonlyMap<string, string[]>): string[] | null {
  const from = new Map<string, string>();
  const queue = [start];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const next of waits.get(at) ?? []) {
      if (next === start && at !== start) {
        const path = [start];
        for (let step = at; step !== start; step = from.get(step) ?? start) path.unshift(step);
        return [start, ...path];
      }
      if (next !== start && !from.has(next)) {
        from.set(next, at);
        queue.push(next);
      }
    }
  }
  return null;
}

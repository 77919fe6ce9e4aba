import { PARTS_OF_DAY } from "@/lib/calls/core/availability";
import type { Reader } from "@/lib/calls/core/field-entries";
import { PART_TYPES } from "@/lib/calls/core/form-composites";
import type { Field, Localised, Option } from "@/lib/calls/core/form-definition";
import { ORGANISATION_PARTS, PERSON_PARTS } from "@/lib/calls/core/form-part-catalogue";
import { freeId } from "@/lib/calls/core/new-field";
import { LEGAL_NATURES } from "@/lib/people/core/legal-nature";

/** What a question is made of: its options, parts, columns. A row without words is no row. */
export function listsOf(before: Field, reader: Reader): Record<string, unknown> {
  const { all, one } = reader;
  switch (before.type) {
    case "radio":
    case "select":
    case "checkboxes":
      return { options: optionsFrom(reader) };
    case "legalNature":
    case "organisation": {
      const admitted = LEGAL_NATURES.filter((nature) => all("admitted").includes(nature));
      const parts = before.type === "organisation" && { parts: chosen(ORGANISATION_PARTS, one) };
      return { admitted, ...parts };
    }
    case "person":
      return { parts: chosen(PERSON_PARTS, one) };
    case "group":
      return { parts: partsFrom(reader) };
    case "budget": {
      const lines = named(reader, "line");
      const columns = named(reader, "column").map(({ row, ...column }) => ({
        ...column,
        ...limit(reader, "column.max", row, "max"),
        ...limit(reader, "column.maxShare", row, "maxShare"),
      }));
      return {
        columns,
        lines: lines.length > 0 ? lines.map(({ row: _, ...line }) => line) : undefined,
      };
    }
    case "availability":
      return {
        days: all("days").map(Number),
        slots: PARTS_OF_DAY.filter((part) => all("slots").includes(part)),
      };
    default:
      return {};
  }
}

type Named = { readonly id: string; readonly label: Localised; readonly row: number };

/** Rows with a name in both languages; an id is kept, or made from the words. */
function named({ all }: Reader, name: string): Named[] {
  const taken = new Set(all(`${name}.id`).filter((id) => id !== ""));
  return all(`${name}.it`).flatMap((text, row) => {
    const it = text.trim();
    if (it === "") return [];
    const id = all(`${name}.id`)[row] || freeId(it, taken);
    taken.add(id);
    return [{ id, label: { it, en: all(`${name}.en`)[row]?.trim() || it }, row }];
  });
}

function optionsFrom(reader: Reader): Option[] {
  return named(reader, "option").map(({ id, label, row }) => {
    const it = reader.all("option.excludesIt")[row]?.trim() ?? "";
    const en = reader.all("option.excludesEn")[row]?.trim() || it;
    return { value: id, label, ...(it && { excludes: { it, en } }) };
  });
}

function partsFrom(reader: Reader) {
  return named(reader, "part").map(({ id, label, row }) => {
    const type = PART_TYPES.find((one) => one === reader.all("part.type")[row]) ?? "text";
    const required = reader.all("part.required")[row] !== "no";
    return { id, type, label, required, ...(type === "select" && choicesFrom(reader, row)) };
  });
}

/** The options of a part in one line: "Personale; Volontariato". Their values come from the words. */
function choicesFrom(reader: Reader, row: number): { options: Option[] } {
  const words = (name: string) =>
    (reader.all(name)[row] ?? "")
      .split(";")
      .map((word) => word.trim())
      .filter(Boolean);
  const english = words("part.optionsEn");
  const taken = new Set<string>();
  const options = words("part.optionsIt").map((it, at) => {
    const value = freeId(it, taken);
    taken.add(value);
    return { value, label: { it, en: english[at] ?? it } };
  });
  return { options };
}

function limit(reader: Reader, name: string, row: number, as: string): Record<string, number> {
  const text = (reader.all(name)[row] ?? "").trim().replace(",", ".");
  if (text === "") return {};
  const number = Number(text);
  if (Number.isFinite(number)) return { [as]: number };
  reader.errors[name] = "not_a_number";
  return {};
}

function chosen(catalogue: object, one: (name: string) => string) {
  return Object.keys(catalogue).flatMap((id) => {
    const how = one(`asks.${id}`);
    return how === "optional" || how === "required" ? [{ id, required: how === "required" }] : [];
  });
}

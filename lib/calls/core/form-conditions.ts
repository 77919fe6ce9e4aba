import { isLocalDate, type LocalDate } from "@/lib/kernel/local-date";

/** An and/or tree over the answers, as the form builder draws it. */
export type Condition =
  | { readonly op: "and" | "or"; readonly rules: readonly Condition[] }
  | { readonly op: "eq" | "ne"; readonly field: string; readonly value: string | number | boolean }
  | { readonly op: "in"; readonly field: string; readonly values: readonly string[] }
  | { readonly op: "gt" | "lt"; readonly field: string; readonly value: number }
  | { readonly op: "before" | "after"; readonly field: string; readonly value: LocalDate }
  | { readonly op: "notEmpty"; readonly field: string };

/**
 * The answer to a field ("age"), to a part of a block or of any row ("partner.nature"), or the sum
 * of a budget ("costs.total"); null where there is none or the field is not shown.
 */
export type AnswerOf = (fieldId: string) => unknown;

/**
 * Whether a condition holds. A question without an answer satisfies no comparison, not even "is
 * not": nothing opens before somebody has said something. An empty "and" holds, an empty "or" not.
 * On multiple choices "is" and "is one of" ask whether one of the choices is.
 */
export function holds(condition: Condition, answerOf: AnswerOf): boolean {
  switch (condition.op) {
    case "and":
      return condition.rules.every((rule) => holds(rule, answerOf));
    case "or":
      return condition.rules.some((rule) => holds(rule, answerOf));
    default:
      return compares(condition, answerOf(condition.field));
  }
}

export type Comparison = Exclude<Condition, { readonly op: "and" | "or" }>;

function compares(condition: Comparison, answer: unknown): boolean {
  if (answer === null || answer === undefined) return false;
  const chosen: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
  switch (condition.op) {
    case "notEmpty":
      return true;
    case "eq":
      return chosen.includes(condition.value);
    case "ne":
      return !chosen.includes(condition.value);
    case "in":
      return chosen.some((one) => typeof one === "string" && condition.values.includes(one));
    case "gt":
      return chosen.some((one) => typeof one === "number" && one > condition.value);
    case "lt":
      return chosen.some((one) => typeof one === "number" && one < condition.value);
    case "before":
      return chosen.some((one) => isDay(one) && one < condition.value);
    case "after":
      return chosen.some((one) => isDay(one) && one > condition.value);
  }
}

function isDay(answer: unknown): answer is LocalDate {
  return typeof answer === "string" && isLocalDate(answer);
}

/** The comparisons of a tree, in reading order. */
export function comparisonsIn(condition: Condition): Comparison[] {
  if ("rules" in condition) return condition.rules.flatMap(comparisonsIn);
  return [condition];
}

/** The field of a comparison, without the part of it that is looked at. */
export function fieldOfComparison(comparison: Comparison): string {
  return comparison.field.split(".")[0] ?? "";
}

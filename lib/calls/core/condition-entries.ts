import type { Target } from "@/lib/calls/core/condition-targets";
import { optionsOf } from "@/lib/calls/core/form-condition-problems";
import type { Comparison, Condition } from "@/lib/calls/core/form-conditions";
import { isLocalDate } from "@/lib/kernel/local-date";

/** The values that a form posts, by name. */
export type Posted = Readonly<Record<string, readonly string[]>>;
type Group = Extract<Condition, { readonly rules: readonly Condition[] }>;

/**
 * The condition of a posted form, with the step that its button asks for: "rule.0" and "group.0"
 * add to the group at that way, "drop.0.1" takes away. Undefined: always shown. What does not fit
 * the question that is looked at is set to what fits, so that no rule is lost on the way.
 */
export function conditionFromEntries(
  posted: Posted,
  targets: readonly Target[],
  step = "",
): Condition | undefined {
  if (posted["c.mode"]?.[0] !== "when") return undefined;
  const [first] = targets;
  const root = first && groupAt("c", posted, targets);
  if (!root) return undefined;
  const [what = "", ...way] = step.split(".");
  const path = way.filter((part) => part !== "").map(Number);
  const fresh = freshRule(first);
  const changed =
    what === "rule"
      ? added(root, path, fresh)
      : what === "group"
        ? added(root, path, { op: "or", rules: [fresh, fresh] })
        : what === "drop"
          ? dropped(root, path)
          : root;
  if (changed.rules.length === 0) return step === "" ? { ...changed, rules: [fresh] } : undefined;
  const [only] = changed.rules;
  return changed.rules.length === 1 && only ? only : changed;
}

/** A condition as the builder draws it: the root is always a group. */
export function asGroup(condition: Condition): Group {
  return "rules" in condition ? condition : { op: "and", rules: [condition] };
}

function freshRule(target: Target): Comparison {
  return fitted({ op: target.ops[0] ?? "notEmpty", values: [] }, target);
}

function groupAt(path: string, posted: Posted, targets: readonly Target[]): Group {
  const op = posted[`${path}.join`]?.[0] === "or" ? "or" : "and";
  const numbers = Object.keys(posted)
    .filter((name) => name.startsWith(`${path}.`))
    .map((name) => Number(name.slice(path.length + 1).split(".")[0]))
    .filter(Number.isInteger);
  const rules = [...new Set(numbers)]
    .sort((a, b) => a - b)
    .flatMap((at) => nodeAt(`${path}.${at}`, posted, targets));
  return { op, rules };
}

function nodeAt(path: string, posted: Posted, targets: readonly Target[]): Condition[] {
  if (posted[`${path}.join`]) return [groupAt(path, posted, targets)];
  const looked = posted[`${path}.field`]?.[0];
  if (looked === undefined) return [];
  const values = posted[`${path}.value`] ?? [];
  const target = targets.find((one) => one.path === looked);
  const op = posted[`${path}.op`]?.[0] ?? "notEmpty";
  // A question that is gone stays named, so that the checks can say which.
  if (!target) return [{ op: "notEmpty", field: looked }];
  return [fitted({ op, values }, target)];
}

/** A comparison that the question can answer. */
function fitted(given: { op: string; values: readonly string[] }, target: Target): Comparison {
  const op = target.ops.find((one) => one === given.op) ?? target.ops[0] ?? "notEmpty";
  const field = target.path;
  const options = optionsOf(target.field);
  const known = given.values.filter((value) => (options ? options.includes(value) : value !== ""));
  const first = known[0] ?? options?.[0] ?? "";
  switch (op) {
    case "notEmpty":
      return { op, field };
    case "in":
      return { op, field, values: known.length > 0 ? known : [first] };
    case "gt":
    case "lt":
      return { op, field, value: figure(given.values[0]) };
    case "before":
    case "after": {
      const day = given.values[0] ?? "";
      return { op, field, value: isLocalDate(day) ? day : "2026-01-01" };
    }
    case "eq":
    case "ne": {
      const { type } = target.field;
      if (type === "yesNo" || type === "declaration") {
        return { op, field, value: given.values[0] !== "no" };
      }
      const number = type === "number" || type === "decimal" || type === "money";
      return { op, field, value: number ? figure(given.values[0]) : first };
    }
  }
}

function figure(text = ""): number {
  const number = Number(text.replace(",", "."));
  return Number.isFinite(number) ? number : 0;
}

function added(group: Group, path: readonly number[], rule: Condition): Group {
  const [at, ...rest] = path;
  if (at === undefined) return { ...group, rules: [...group.rules, rule] };
  const rules = group.rules.map((one, index) =>
    index === at && "rules" in one ? added(one, rest, rule) : one,
  );
  return { ...group, rules };
}

/** A group that becomes empty goes with its last rule. */
function dropped(group: Group, path: readonly number[]): Group {
  const [at, ...rest] = path;
  const rules = group.rules.flatMap((one, index): Condition[] => {
    if (index !== at) return [one];
    if (rest.length === 0 || !("rules" in one)) return [];
    const inner = dropped(one, rest);
    return inner.rules.length > 0 ? [inner] : [];
  });
  return { ...group, rules };
}

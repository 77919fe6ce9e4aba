import type { ActGiven, GivenPart } from "./act-kinds";
import type { AsksWho } from "./form-asks-who";
import type { ReopenedWithin } from "./reopening";

export type PartRefusal = "kinds_of_people" | "more_than_left" | "form_does_not_ask" | "missing";

type PartVerdict =
  | { readonly ok: true; readonly value: ReopenedWithin }
  | { readonly ok: false; readonly field: string; readonly reason: PartRefusal };

/** The audiences that a re-opening names; kinds of organisations leave out people. Null: all. */
export function reopenedAudiences({
  scope,
  within,
}: Pick<ActGiven, "scope" | "within">): string[] | null {
  if (scope === "organisation" || scope === "citizen") return [scope];
  return within && within.natures.length > 0 ? ["organisation"] : null;
}

/** A part of the applicants has to be one that the answers tell, with places that are left. */
export function partOf(
  { scope }: Pick<ActGiven, "scope">,
  { natures, places, seats }: GivenPart,
  left: number,
  asks: AsksWho,
): PartVerdict {
  const wrong = (field: string, reason: PartRefusal) => ({ ok: false, field, reason }) as const;
  if (natures.length > 0 && scope === "citizen") return wrong("natures", "kinds_of_people");
  if (natures.length > 0 && !asks.nature) return wrong("natures", "form_does_not_ask");
  if (places.length > 0 && !asks.place) return wrong("towns", "form_does_not_ask");
  if (seats === null) return wrong("seats", "missing");
  if (seats > left) return wrong("seats", "more_than_left");
  return { ok: true, value: { natures, places, seats } };
}

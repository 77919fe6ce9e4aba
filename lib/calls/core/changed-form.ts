import { allowed, refused, type Verdict } from "@/lib/kernel/verdict";
import { isSameForm, retypedFields } from "./compare-definitions";
import { asksWho } from "./form-asks-who";
import type { FormDefinition } from "./form-definition";
import { askedBy, type FormAsks, regimeWarnings } from "./regime-warnings";
import type { ReopenedOnly } from "./reopening";

/** The form of a published call as a rectification would leave it. */
export type ChangedForm = {
  id: string;
  /** False: it was begun and is still as the call has it. */
  changed: boolean;
  /** Something in it is amiss, or it asks nothing. */
  unsound: boolean;
  /** A question asks for another kind of answer than before. */
  retyped: boolean;
  /** What it asks of what a regime looks for, and what the form in force asks. */
  asks: FormAsks | undefined;
  asked: FormAsks | undefined;
  /** The form itself, as it would be. */
  after: FormDefinition;
};

export type FormRefusal =
  | "form_unsound"
  | "form_retyped"
  | "form_breaks_regime"
  | "form_breaks_reopening";

/** A form that a rectification has changed, as it is judged. */
export function changedForm(
  id: string,
  before: FormDefinition,
  after: FormDefinition,
): ChangedForm {
  return {
    id,
    changed: !isSameForm(before, after),
    unsound: askedBy(after) === undefined,
    retyped: retypedFields(before, after).length > 0,
    asks: askedBy(after),
    asked: askedBy(before),
    after,
  };
}

/**
 * Whether a form may take the place of the one that people have begun with. An answer is known by
 * its question: one that would ask for something else under the same name would lose it. What the
 * regime needs, and the form had, stays in it; so does what tells for whom it was opened again.
 */
export function mayChangeForm(
  call: Omit<Parameters<typeof regimeWarnings>[0], "form" | "funding" | "evaluation"> & Reopening,
  form: ChangedForm,
  now: Date,
): Verdict<FormRefusal> {
  if (form.unsound) return refused("form_unsound");
  if (form.retyped) return refused("form_retyped");
  if (!tellsThePart(call, form.after)) return refused("form_breaks_reopening");
  const blocks = (asks: FormAsks | undefined) =>
    regimeWarnings({ ...call, form: asks, funding: undefined, evaluation: undefined }, now)
      .filter((warning) => warning.severity === "blocking")
      .map((warning) => warning.code);
  const before = blocks(form.asked);
  return blocks(form.asks).every((code) => before.includes(code))
    ? allowed
    : refused("form_breaks_regime");
}

type Reopening = ReopenedOnly & { audiences: readonly string[] };

/** Whether the answers still tell who is among those that a call was opened again for. */
function tellsThePart(
  { audiences, reopenedFor, reopenedWithin: within }: Reopening,
  form: FormDefinition,
): boolean {
  if (within === null) return true;
  const asks = asksWho(form, reopenedFor ?? audiences);
  return (within.natures.length === 0 || asks.nature) && (within.places.length === 0 || asks.place);
}

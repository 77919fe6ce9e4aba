import type { Entry } from "@/components/forms/unsent";
import { answerMark } from "@/lib/applications/core/answer-mark";
import type { Elsewhere, SaveResult } from "@/lib/applications/core/saved-answers";
import { type FormDefinition, fieldsOf } from "@/lib/calls/core/form-definition";
import { answersFromEntries } from "@/lib/calls/core/form-entries";

export type PageFacts = {
  /** Mark of this opening of the page, made by the server. */
  page: string;
  /** The form that it asks. */
  form: string;
  /** Marks of the answers that it was opened with, by field. */
  was: Readonly<Record<string, string>>;
  /** Revisions of the sections that it was opened with. */
  revisions: Readonly<Record<string, number>>;
};

/**
 * What an opening of a page has read and what of its own is stored by now, as it is told to the
 * server with each save: see `mergeAnswers`.
 */
export class PageMemory {
  #page: string;
  #number = 0;
  readonly #was: Map<string, string>;
  readonly #revisions: Map<string, number>;

  constructor(facts: PageFacts) {
    this.#page = facts.page;
    this.#was = new Map(Object.entries(facts.was));
    this.#revisions = new Map(Object.entries(facts.revisions));
  }

  /** Writes it into a form; what the page itself holds is as old as the page. */
  stamp(form: FormData): void {
    form.set("_page", `${this.#page}.${this.#number}`);
    for (const [field, mark] of this.#was) form.set(`_was.${field}`, mark);
    for (const [section, revision] of this.#revisions) form.set(`_rev.${section}`, `${revision}`);
  }

  /** The same for a save that is sent: later ones have higher numbers. */
  stampNext(form: FormData): void {
    this.#number += 1;
    this.stamp(form);
  }

  learn({ marks, revisions }: Pick<SaveResult, "marks" | "revisions">): void {
    for (const [field, mark] of Object.entries(marks)) this.#was.set(field, mark);
    for (const [section, revision] of Object.entries(revisions)) {
      this.#revisions.set(section, revision);
    }
  }

  /** The other text was read, and the own one shall replace it. */
  keepOwn(conflicts: readonly Elsewhere[]): void {
    for (const { fieldId, mark } of conflicts) this.#was.set(fieldId, mark);
  }

  /**
   * Of what a page that is gone has kept, the answers that it had changed and that are not stored.
   * From here on this page goes on where that one ended.
   */
  takeOver(definition: FormDefinition, kept: readonly Entry[]): Entry[] {
    const under = (prefix: string) =>
      kept
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, value]) => [name.slice(prefix.length), value] as const);
    const shown = new Set(kept.filter(([name]) => name === "_shown").map(([, value]) => value));
    const was = new Map(under("_was."));
    const fields = fieldsOf(definition).filter(
      (field) => shown.has(field.id) && field.type !== "file",
    );
    const own = Object.entries(answersFromEntries(fields, kept))
      .map(([field, answer]) => [field, answerMark(answer)] as const)
      .filter(([field, mark]) => mark !== was.get(field) && mark !== this.#was.get(field))
      .map(([field]) => field);
    if (own.length === 0) return [];
    for (const field of own) this.#was.set(field, was.get(field) ?? answerMark(null));
    for (const [section] of this.#revisions) this.#revisions.set(section, -1);
    const [page = "", number = "0"] = (under("_page")[0]?.[1] ?? "").split(".");
    if (page) [this.#page, this.#number] = [page, Number(number) + 1];
    return kept.filter(([name]) => own.includes(name.split(".")[0] ?? ""));
  }
}

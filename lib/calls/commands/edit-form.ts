import { eq } from "drizzle-orm";
import { call as callTable, formDefinition } from "@/db/schema/calls";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { InvalidInput, Stale } from "@/lib/kernel/errors";
import { chosenMarks, type FieldConflict, type Marks } from "@/lib/kernel/merge-fields";
import { inTransaction } from "@/lib/transaction";
import { applyEdit, type FormEdit } from "../core/apply-edit";
import type { FormDefinition } from "../core/form-definition";
import { partOf } from "../core/form-editing";
import { fieldsOfPart, mergePart, textOfPart } from "../core/merge-part";
import { readDefinition } from "../core/read-definition";
import { beginsSitting, noteAuthor } from "../queries/call-edits";
import { conflictsIn } from "../queries/edit-conflicts";
import { formForEdit, partDigest } from "../queries/form-for-edit";
import { digestOf, marksOf } from "../queries/marks";

export type FormEditing = {
  callId: string;
  /** Digest of the part as its author read it; empty where nothing is overwritten. */
  seen: string;
  edits: readonly FormEdit[];
  /** Marks of the part as the page had read it; left out: those of `seen`. */
  was?: Marks | undefined;
  /** For what was written twice: "theirs", or the mark of the text that one's own replaces. */
  choices?: Readonly<Record<string, string>> | undefined;
  /** By the page itself, while its author writes: conflicts come back instead of being thrown. */
  automatic?: boolean | undefined;
  /** Digest of the whole form as the page knows it. */
  formSeen?: string | undefined;
};

export type EditedForm = {
  callId: string;
  /** The part to show next; null: it is gone. */
  at: string | null;
  /** ISO, UTC. */
  savedAt: string;
  /** What the page has read now of the part that was saved. */
  was: Marks;
  conflicts: FieldConflict[];
  /** What was written of the part that was saved. */
  taken: string[];
  /** Digest of the whole form, as far as the page knows it: what others changed it does not. */
  formSeen: string | undefined;
};

/**
 * Changes the form of a draft, step by step, in one transaction. A part is saved text by text: what
 * somebody else wrote meanwhile stays, and where both wrote, both texts are given back, as the
 * result of an automatic saving and else with Stale. Whoever saves a part that is gone, or takes
 * away one that has changed, is refused with Stale.
 */
export async function editForm(ctx: Ctx, given: FormEditing): Promise<EditedForm> {
  const done = await inTransaction(ctx, (tx) => edit(tx, given));
  if (done.conflicts.length === 0 || given.automatic) return done;
  const fields = done.conflicts.map((conflict) => conflict.field);
  throw new Stale(fields, done.conflicts);
}

async function edit(tx: Ctx, given: FormEditing): Promise<EditedForm> {
  const { callId, edits } = given;
  const { call, form, ofRectification } = await formForEdit(tx, callId);
  const result: EditedForm = {
    ...{ callId, at: null, savedAt: tx.now.toISOString(), was: {}, conflicts: [], taken: [] },
    formSeen: given.formSeen,
  };
  let { definition } = form;
  for (const one of edits) {
    const done = applyEdit(definition, one);
    if (Object.keys(done.errors).length > 0) throw new InvalidInput(done.errors);
    if (one.do === "save") {
      definition = await saved(
        tx,
        { given, definition, sent: done.definition, at: one.at },
        result,
      );
    } else {
      if (one.do === "remove" && !wasRead(given, definition, one.at)) throw new Stale(["form"]);
      definition = done.definition;
    }
    result.at = done.at;
  }
  if (digestOf(definition) === digestOf(form.definition)) return result;
  const reading = readDefinition(definition);
  if (!reading.ok) throw new InvalidInput(problemsByName(reading.problems));
  if (given.formSeen === digestOf(form.definition)) result.formSeen = digestOf(definition);
  const { bodyId } = call;
  const { at, taken } = result;
  await write(tx, { given, bodyId, formId: form.id, ofRectification, definition, at, taken });
  return result;
}

/** Whether the page shows the part as it is stored: only what was read is taken away. */
function wasRead({ was, seen }: FormEditing, definition: FormDefinition, at: string): boolean {
  const part = partOf(definition, at);
  if (!was || !part) return seen === partDigest(definition, at);
  return Object.entries(marksOf(fieldsOfPart(part))).every(([name, mark]) => was[name] === mark);
}

type Saving = {
  given: FormEditing;
  definition: FormDefinition;
  sent: FormDefinition;
  at: string;
};

/** The form with the part that was sent, as far as nobody else wrote in it. */
async function saved(
  tx: Ctx,
  { given, definition, sent, at }: Saving,
  result: EditedForm,
): Promise<FormDefinition> {
  const before = partOf(definition, at);
  const mine = partOf(sent, at);
  const merged = mergePart(
    ...([definition, sent, at] as const),
    (whole, part) => {
      const asSeen = given.seen === partDigest(definition, at) && marksOf(fieldsOfPart(part));
      const was = given.was ?? asSeen;
      // What a part did not have when it was read has no mark.
      const read = was ? { ...nothingIn(whole), ...was } : {};
      return chosenMarks(read, given.choices ?? {}, whole, digestOf);
    },
    digestOf,
  );
  if (!merged || !before || !mine) throw new Stale(["form"]);
  const { merge } = merged;
  result.was = merge.was;
  result.taken = merge.taken.map((property) => authorName(at, property));
  result.conflicts = await conflictsIn(tx, given.callId, merge.conflicts, {
    mine: fieldsOfPart(mine),
    stored: fieldsOfPart(before),
    textOf: textOfPart,
    nameOf: (property) => authorName(at, property),
  });
  return merged.definition;
}

/** Under which the author of a part, or of one of its texts, is noted. */
const authorName = (part: string, property?: string) =>
  ["form", part, ...(property ? [property] : [])].join(":");

const nothingIn = (fields: Record<string, unknown>): Marks =>
  marksOf(Object.fromEntries(Object.keys(fields).map((name) => [name, null])));

type Writing = {
  given: FormEditing;
  bodyId: string;
  formId: string;
  /** The call itself stays as it is until the act is published. */
  ofRectification: boolean;
  definition: FormDefinition;
  at: string | null;
  taken: readonly string[];
};

async function write(tx: Ctx, writing: Writing): Promise<void> {
  const { given, bodyId, formId, ofRectification, definition, at, taken } = writing;
  const { callId, edits, automatic } = given;
  // Asked before the part gets its new author.
  const isEvent = !automatic || (await beginsSitting(tx, callId));
  await tx.db.update(formDefinition).set({ definition }).where(eq(formDefinition.id, formId));
  if (!ofRectification) {
    await tx.db.update(callTable).set({ updatedAt: tx.now }).where(eq(callTable.id, callId));
  }
  const others = edits.filter((one) => one.do !== "save");
  const touched = others.map((one) => authorName("at" in one ? one.at : (at ?? "")));
  await noteAuthor(tx, callId, [...new Set([...taken, ...touched])]);
  if (!isEvent) return;
  await recordEvent(tx, {
    ...{ bodyId, action: "call.formEdited", subjectType: "call", subjectId: callId },
    facts: { steps: edits.map((one) => one.do).join(","), at: at ?? "" },
  });
}

/** What does not fit into a form any more: a text too long, too many fields. */
function problemsByName(problems: readonly { about?: string; code: string }[]) {
  return Object.fromEntries(
    problems.map(({ about, code }) => [
      code === "wrong_value" && about ? about : "form",
      code === "wrong_value" ? "too_long" : code,
    ]),
  );
}

"use client";
import { type RefObject, useCallback, useRef, useState } from "react";
import type { SaveOutcome } from "@/components/forms/autosaver";
import type { Entry } from "@/components/forms/unsent";
import { useAutosave } from "@/components/forms/use-autosave";
import type { ActionState } from "@/lib/action-state";
import type { StepResult } from "@/lib/applications/commands/save-step";
import type { Elsewhere } from "@/lib/applications/core/saved-answers";
import type { FormDefinition } from "@/lib/calls/core/form-definition";
import { ELSEWHERE } from "./elsewhere-notice";
import { type PageFacts, PageMemory } from "./page-memory";
import { postSave } from "./post-save";

type Given = {
  form: RefObject<HTMLFormElement | null>;
  applicationId: string;
  step: string;
  definition: FormDefinition;
  facts: PageFacts;
};

/** A page of an application saves itself, and knows what was written elsewhere meanwhile. */
export function useStepAutosave({ form, applicationId, step, definition, facts }: Given) {
  // What the page was opened with: a later drawing of it knows texts that nobody saw here.
  const [memory] = useState(() => new PageMemory(facts));
  const [saved, setSaved] = useState<StepResult>();
  /** Why nothing can be saved any more. */
  const [closed, setClosed] = useState<string>();
  const send = async (sent: FormData): Promise<SaveOutcome<StepResult>> => {
    sent.set("intent", "save");
    memory.stampNext(sent);
    const state = await postSave(applicationId, sent);
    setClosed(whyClosed(state));
    return outcomeOf(state);
  };
  /** The answers that wait for a choice. */
  const conflicts = useRef<readonly Elsewhere[]>([]);
  const learn = useCallback(
    (result: StepResult) => {
      memory.learn(result);
      conflicts.current = result.conflicts;
      setSaved(result);
    },
    [memory],
  );
  const stamp = useCallback((read: FormData) => memory.stamp(read), [memory]);
  const choose = useCallback(
    (kept: readonly Entry[]) => memory.takeOver(definition, kept),
    [definition, memory],
  );
  const name = `${applicationId}:${step}`;
  const saver = useAutosave({ form, name, send, onSaved: learn, stamp, choose });
  /** Whether all is stored as it stands here; if somebody must choose first, the page says so. */
  const flush = async () => {
    const stored = await saver.flush();
    if (conflicts.current.length === 0) return stored;
    document.getElementById(ELSEWHERE)?.focus();
    return false;
  };
  const keepOwn = () => {
    document.getElementById(conflicts.current[0]?.fieldId ?? "")?.focus();
    memory.keepOwn(conflicts.current);
    saver.schedule();
    void saver.flush();
  };
  /** The page is opened again: what was in conflict does not come back, the rest does. */
  const takeStored = () => {
    if (!form.current) return;
    const read = new FormData(form.current);
    memory.stamp(read);
    saver.keep(without(read, conflicts.current));
  };
  return { ...saver, flush, keepOwn, takeStored, learn, memory, saved, closed };
}

function without(form: FormData, conflicts: readonly Elsewhere[]): FormData {
  const gone = new Set(conflicts.map((one) => one.fieldId));
  const rest = new FormData();
  for (const [name, value] of form.entries()) {
    const field = name === "_shown" ? String(value) : name.split(".")[0];
    if (!gone.has(field ?? "")) rest.append(name, value);
  }
  return rest;
}

/** What the next try may mend is tried again; a refusal is told, and the text stays in the browser. */
function outcomeOf(state: ActionState): SaveOutcome<StepResult> {
  if (state.status === "done") {
    const result = state.result as StepResult;
    const open = result.conflicts.length;
    return { kind: "saved", savedAt: result.savedAt, result, open };
  }
  if (whyClosed(state)) return { kind: "closed" };
  const out = state.status === "failed" && state.code === "unauthenticated";
  return { kind: out ? "signedOut" : "unreachable" };
}

function whyClosed(state: ActionState): string | undefined {
  if (state.status !== "failed") return undefined;
  const lasting = ["refused", "forbidden", "not_found"].includes(state.code);
  return lasting ? (state.reason ?? state.code) : undefined;
}

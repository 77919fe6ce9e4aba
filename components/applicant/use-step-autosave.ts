"use client";
import type { RefObject } from "react";
import type { SaveOutcome } from "@/components/forms/autosaver";
import { useAutosave } from "@/components/forms/use-autosave";
import { idle } from "@/lib/action-state";
import type { Action } from "@/lib/actions";
import type { StepResult } from "@/lib/applications/commands/save-step";

type Given = {
  form: RefObject<HTMLFormElement | null>;
  applicationId: string;
  step: string;
  action: Action;
  /** Called after each save that the server acknowledged. */
  onSaved: (result: StepResult) => void;
};

/** Names what is kept of a page of an application in this tab. */
export const unsentName = (applicationId: string, step: string) => `${applicationId}:${step}`;

/** A page of an application saves itself. */
export function useStepAutosave({ form, applicationId, step, action, onSaved }: Given) {
  const send = async (sent: FormData): Promise<SaveOutcome<StepResult>> => {
    sent.set("intent", "save");
    const state = await action(idle, sent);
    if (state.status === "done") {
      const result = state.result as StepResult;
      return { kind: "saved", savedAt: result.savedAt, result };
    }
    const out = state.status === "failed" && state.code === "unauthenticated";
    return { kind: out ? "signedOut" : "unreachable" };
  };
  return useAutosave({ form, name: unsentName(applicationId, step), send, onSaved });
}

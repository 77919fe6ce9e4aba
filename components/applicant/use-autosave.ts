"use client";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { type ActionState, idle } from "@/lib/action-state";
import type { Action } from "@/lib/actions";
import type { StepResult } from "@/lib/applications/commands/save-step";
import { type SaveStatus, useSaveStatus } from "./save-status";
import { forgetUnsent, keepUnsent, takeUnsent, writeBack } from "./unsent";

const PAUSE_MS = 1200;
const RETRIES_S = [5, 10, 20, 30];

type Given = {
  form: RefObject<HTMLFormElement | null>;
  applicationId: string;
  step: string;
  action: Action;
  /** Called after each save that the server acknowledged. */
  onSaved: (result: StepResult) => void;
};

/**
 * Saves the form a moment after the last change, says how it goes, tries again when the network
 * fails, and keeps what could not be sent until it can, also across a new sign-in.
 */
export function useAutosave(given: Given) {
  const { form, applicationId, step } = given;
  const { setStatus } = useSaveStatus();
  const [signedOut, setSignedOut] = useState(false);
  const saver = useRef<Saver>(undefined);
  saver.current ??= new Saver({ setStatus, setSignedOut });
  saver.current.given = given;

  useEffect(() => {
    const kept = takeUnsent(applicationId, step);
    if (kept && form.current) writeBack(form.current, kept);
    return () => saver.current?.stop();
  }, [applicationId, form, step]);

  const schedule = useCallback(() => saver.current?.schedule(), []);
  const finish = useCallback(async () => saver.current?.finish(), []);
  return { schedule, finish, signedOut };
}

type Tell = { setStatus: (status: SaveStatus) => void; setSignedOut: (out: boolean) => void };

/** One save at a time; a change during a save is saved after it. */
class Saver {
  given: Given | undefined;
  readonly #tell: Tell;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<ActionState | undefined> | undefined;
  #again = false;

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(0), PAUSE_MS);
  }

  /**
   * A save that waits is not sent any more: sending the form saves everything, and a save that
   * begins while the next page opens would reach an address that does not know it.
   */
  stop(): void {
    clearTimeout(this.#timer);
    this.#again = false;
  }

  /**
   * Stops, and tells what the save under way stored: whoever sends the form from its revisions
   * on is not in conflict with himself.
   */
  async finish(): Promise<StepResult["revisions"]> {
    this.stop();
    const state = await this.#running;
    return state?.status === "done" ? (state.result as StepResult).revisions : {};
  }

  async #save(attempt: number): Promise<void> {
    const form = this.given?.form.current;
    if (!form || !this.given) return;
    if (this.#running !== undefined) {
      this.#again = true;
      return;
    }
    const sent = new FormData(form);
    sent.set("intent", "save");
    this.#tell.setStatus({ kind: "saving" });
    this.#running = this.given.action(idle, sent).catch((): undefined => undefined);
    const state = await this.#running;
    this.#running = undefined;
    this.#settle(state, sent, attempt);
  }

  #settle(state: ActionState | undefined, sent: FormData, attempt: number): void {
    if (!this.given) return;
    const { applicationId, step, onSaved } = this.given;
    if (state?.status === "done") {
      const result = state.result as StepResult;
      forgetUnsent(applicationId, step);
      this.#tell.setSignedOut(false);
      this.#tell.setStatus({ kind: "saved", savedAt: result.savedAt });
      onSaved(result);
      if (this.#again) this.schedule();
      this.#again = false;
      return;
    }
    keepUnsent(applicationId, step, sent);
    if (state?.status === "failed" && state.code === "unauthenticated") {
      this.#tell.setSignedOut(true);
      this.#tell.setStatus({ kind: "offline" });
      return;
    }
    this.#countDown(RETRIES_S[Math.min(attempt, RETRIES_S.length - 1)] ?? 30, attempt);
  }

  #countDown(left: number, attempt: number): void {
    clearTimeout(this.#timer);
    if (left === 0) {
      void this.#save(attempt + 1);
      return;
    }
    this.#tell.setStatus({ kind: "retrying", seconds: left });
    this.#timer = setTimeout(() => this.#countDown(left - 1, attempt), 1000);
  }
}

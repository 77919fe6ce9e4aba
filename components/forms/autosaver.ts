import type { SaveKind } from "@/components/ui/save-state";

/** How saving goes, for the line that says it. `savedAt` in ISO, `seconds` until the next try. */
export type SaveStatus = { kind: SaveKind; savedAt?: string; seconds?: number; errors?: number };

/** What became of one save, as its server told. */
export type SaveOutcome<Result> =
  /** `open`: so many texts are not stored, because somebody must choose between two. */
  | { kind: "saved"; savedAt: string; result: Result; open?: number }
  /** As it stands it cannot be stored: the next change is tried again. */
  | { kind: "refused"; errors: number }
  /** It cannot be stored any more, for a reason that was told. */
  | { kind: "closed" }
  | { kind: "signedOut" }
  /** No answer, or one that the next try may mend. */
  | { kind: "unreachable" };

type Wiring<Result> = {
  /** The form as it stands; undefined when it is gone. */
  read: () => FormData | undefined;
  send: (form: FormData) => Promise<SaveOutcome<Result>>;
  tell: (status: SaveStatus) => void;
  /** Keeps what is not stored yet where it outlives the page, and lets go of it. */
  keep: (form: FormData) => void;
  forget: () => void;
  onSaved: (result: Result) => void;
  onSignedOut: (signedOut: boolean) => void;
};

const PAUSE_MS = 1200;
const RETRIES_S = [5, 10, 20, 30];

/**
 * Saves a moment after the last change, one save at a time; a change during a save is saved after
 * it. What could not be stored is kept and tried again, later each time.
 */
export class Autosaver<Result> {
  wiring: Wiring<Result>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<SaveOutcome<Result>> | undefined;
  /** Something was typed that no server has acknowledged. */
  #unsaved = false;
  #attempt = 0;

  constructor(wiring: Wiring<Result>) {
    this.wiring = wiring;
  }

  get unsaved(): boolean {
    return this.#unsaved || this.#running !== undefined;
  }

  /** Something changed: it is saved after a pause. */
  schedule(): void {
    this.#unsaved = true;
    const form = this.wiring.read();
    if (form) this.wiring.keep(form);
    this.#sendSoon();
  }

  #sendSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), PAUSE_MS);
  }

  /** Saves now what is not saved; tells whether everything is stored. */
  async flush(): Promise<boolean> {
    await this.#running;
    if (this.#unsaved) await this.#save();
    return !this.unsaved;
  }

  /**
   * A save that waits is not sent any more, because sending the form saves everything. Resolves
   * with what the save under way stored, so that nobody is in conflict with himself.
   */
  async finish(): Promise<Result | undefined> {
    this.stop();
    const outcome = await this.#running;
    this.stop();
    return outcome?.kind === "saved" ? outcome.result : undefined;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#unsaved = false;
  }

  /** The network or the session is back: what waits for its next try is sent at once. */
  retry(): void {
    if (this.#attempt > 0 && this.#unsaved) void this.#save();
  }

  async #save(): Promise<void> {
    clearTimeout(this.#timer);
    // What was typed meanwhile waits for its turn: `#settle` comes back to it.
    if (this.#running !== undefined) return;
    const form = this.wiring.read();
    if (!form) return;
    this.#unsaved = false;
    this.wiring.tell({ kind: "saving" });
    this.#running = this.wiring.send(form).catch(() => ({ kind: "unreachable" }) as const);
    const outcome = await this.#running;
    this.#running = undefined;
    this.#settle(outcome, form);
  }

  #settle(outcome: SaveOutcome<Result>, form: FormData): void {
    const { tell, keep, forget, onSaved, onSignedOut } = this.wiring;
    if (outcome.kind === "saved") {
      this.#attempt = 0;
      onSignedOut(false);
      onSaved(outcome.result);
      const { open = 0, savedAt } = outcome;
      tell(open > 0 ? { kind: "undecided", errors: open } : { kind: "saved", savedAt });
      if (this.#unsaved) this.schedule();
      else if (open === 0) forget();
      return;
    }
    const typedMeanwhile = this.#unsaved;
    this.#unsaved = true;
    keep(this.wiring.read() ?? form);
    if (outcome.kind === "signedOut") {
      this.#attempt += 1;
      onSignedOut(true);
      tell({ kind: "offline" });
    } else if (outcome.kind === "closed") {
      this.#attempt = 0;
      onSignedOut(false);
      tell({ kind: "closed" });
    } else if (outcome.kind === "refused") {
      tell({ kind: "errors", errors: outcome.errors });
      if (typedMeanwhile) this.schedule();
    } else {
      const wait = RETRIES_S[Math.min(this.#attempt, RETRIES_S.length - 1)] ?? 30;
      this.#attempt += 1;
      this.#countDown(wait);
    }
  }

  #countDown(left: number): void {
    clearTimeout(this.#timer);
    if (left === 0) {
      void this.#save();
      return;
    }
    this.wiring.tell({ kind: "retrying", seconds: left });
    this.#timer = setTimeout(() => this.#countDown(left - 1), 1000);
  }
}

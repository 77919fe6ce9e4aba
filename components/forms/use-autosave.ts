"use client";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { Autosaver, type SaveOutcome } from "./autosaver";
import { useSaveStatus } from "./save-status";
import { type Entry, forgetUnsent, keepUnsent } from "./unsent";
import { useUnsent } from "./use-unsent";

type Given<Result> = {
  form: RefObject<HTMLFormElement | null>;
  /** Tells this form from others in the same browser. */
  name: string;
  /** Writes what a page knows of what it had read into what is sent and kept. */
  stamp?: (form: FormData) => void;
  /** Of what was kept by a page that is gone, what shall come back; left out: all of it. */
  choose?: (kept: readonly Entry[]) => readonly Entry[];
  send: (form: FormData) => Promise<SaveOutcome<Result>>;
  /** Called after each save that the server acknowledged. */
  onSaved: (result: Result) => void;
};

/**
 * Saves a form a moment after the last change, says how it goes in the line of SaveStatusProvider,
 * tries again when the network fails, and keeps what is not stored until it is, also across a reload
 * and a new sign-in. `schedule` after each change; `finish` before the form is sent as a whole; `flush`
 * before something that needs all of it stored.
 */
export function useAutosave<Result>(given: Given<Result>) {
  const { form, name } = given;
  const { setStatus } = useSaveStatus();
  const [signedOut, setSignedOut] = useState(false);
  const { page, restored } = useUnsent({ form, name, choose: given.choose });
  const latest = useRef(given);
  latest.current = given;
  const made = useRef<Autosaver<Result>>(undefined);
  made.current ??= new Autosaver<Result>({
    read: () => {
      if (!latest.current.form.current) return undefined;
      const read = new FormData(latest.current.form.current);
      latest.current.stamp?.(read);
      return read;
    },
    send: (sent) => latest.current.send(sent),
    onSaved: (result) => latest.current.onSaved(result),
    keep: (sent) => keepUnsent(latest.current.name, page, sent),
    forget: () => forgetUnsent(latest.current.name, page),
    tell: setStatus,
    onSignedOut: setSignedOut,
  });
  const saver = made.current;
  useComingsAndGoings(saver);

  const schedule = useCallback(() => saver.schedule(), [saver]);
  const flush = useCallback(() => saver.flush(), [saver]);
  const finish = useCallback(() => saver.finish(), [saver]);
  /** Keeps something else than what the form says, for the page that comes after this one. */
  const keep = useCallback((sent: FormData) => keepUnsent(name, page, sent), [name, page]);
  /** The form was sent as a whole: nothing of this page waits any more. */
  const forget = useCallback(() => forgetUnsent(name, page), [name, page]);
  const unsaved = useCallback(() => saver.unsaved, [saver]);
  return { schedule, flush, finish, keep, forget, unsaved, signedOut, restored };
}

/** Whoever comes back, or whose network does, does not wait; whoever leaves has it sent at once. */
function useComingsAndGoings(saver: Pick<Autosaver<never>, "retry" | "flush" | "stop">): void {
  useEffect(() => {
    const retry = () => saver.retry();
    const turned = () => {
      if (document.visibilityState === "visible") saver.retry();
      else void saver.flush();
    };
    window.addEventListener("online", retry);
    document.addEventListener("visibilitychange", turned);
    return () => {
      window.removeEventListener("online", retry);
      document.removeEventListener("visibilitychange", turned);
      saver.stop();
    };
  }, [saver]);
}

"use client";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { Autosaver, type SaveOutcome } from "./autosaver";
import { useSaveStatus } from "./save-status";
import { forgetUnsent, keepUnsent, takeUnsent, writeBack } from "./unsent";

type Given<Result> = {
  form: RefObject<HTMLFormElement | null>;
  /** Tells this form from others in the same tab. */
  name: string;
  send: (form: FormData) => Promise<SaveOutcome<Result>>;
  /** Called after each save that the server acknowledged. */
  onSaved: (result: Result) => void;
};

/**
 * Saves a form a moment after the last change, says how it goes in the line of SaveStatusProvider,
 * tries again when the network fails, and keeps what could not be sent until it can, also across a
 * new sign-in. `schedule` after each change; `finish` before the form is sent as a whole; `flush`
 * before something that needs all of it stored.
 */
export function useAutosave<Result>(given: Given<Result>) {
  const { form, name } = given;
  const { setStatus } = useSaveStatus();
  const [signedOut, setSignedOut] = useState(false);
  const latest = useRef(given);
  latest.current = given;
  const made = useRef<Autosaver<Result>>(undefined);
  made.current ??= new Autosaver<Result>({
    read: () =>
      latest.current.form.current ? new FormData(latest.current.form.current) : undefined,
    send: (sent) => latest.current.send(sent),
    onSaved: (result) => latest.current.onSaved(result),
    keep: (sent) => keepUnsent(latest.current.name, sent),
    forget: () => forgetUnsent(latest.current.name),
    tell: setStatus,
    onSignedOut: setSignedOut,
  });
  const saver = made.current;

  useEffect(() => {
    const kept = takeUnsent(name);
    if (kept && form.current) writeBack(form.current, kept);
    const retry = () => saver.retry();
    window.addEventListener("online", retry);
    return () => {
      window.removeEventListener("online", retry);
      saver.stop();
    };
  }, [form, name, saver]);

  const schedule = useCallback(() => saver.schedule(), [saver]);
  const flush = useCallback(() => saver.flush(), [saver]);
  const finish = useCallback(() => saver.finish(), [saver]);
  return { schedule, flush, finish, signedOut };
}

"use client";
import { createContext, type RefObject, useContext, useEffect, useRef, useState } from "react";
import { type Entry, holdPage, newPageMark, takeUnsent } from "./unsent";
import { writeBack } from "./write-back";

/** How often a question may wait for the answer to another before it is given up. */
const ROUNDS = 6;

const none: readonly Entry[] = [];
const Restored = createContext<readonly Entry[]>(none);

export const RestoredProvider = Restored.Provider;

/** What comes back on this page, for questions that must make room for it first. */
export const useRestored = () => useContext(Restored);

type Given = {
  form: RefObject<HTMLFormElement | null>;
  name: string;
  /** Of what was kept, what shall come back. */
  choose: ((kept: readonly Entry[]) => readonly Entry[]) | undefined;
};

/** Brings back what another opening of this form could not send, and marks this one. */
export function useUnsent({ form, name, choose }: Given) {
  const [page] = useState(newPageMark);
  const [restored, setRestored] = useState(none);
  const [left, setLeft] = useState({ entries: none, rounds: 0 });
  const chosen = useRef(choose);
  chosen.current = choose;

  useEffect(() => {
    const leave = holdPage(page);
    let gone = false;
    const bringBack = (kept: readonly Entry[] | undefined) => {
      const entries = kept && (chosen.current?.(kept) ?? kept);
      if (gone || !entries?.length) return;
      setRestored(entries);
      setLeft({ entries, rounds: ROUNDS });
    };
    takeUnsent(name, page).then(bringBack, () => undefined);
    return () => {
      gone = true;
      leave();
    };
  }, [name, page]);

  useEffect(() => {
    if (!form.current || left.entries.length === 0) return;
    const entries = writeBack(form.current, left.entries);
    setLeft(left.rounds > 1 ? { entries, rounds: left.rounds - 1 } : { entries: none, rounds: 0 });
  }, [form, left]);

  return { page, restored };
}

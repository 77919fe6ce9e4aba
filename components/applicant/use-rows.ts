"use client";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useRestored } from "@/components/forms/use-unsent";

type Given = {
  id: string;
  /** Rows that stand on the page at first. */
  start: number;
  most: number;
};

/**
 * The rows of a repeated question, by the number that their controls carry; gaps are no harm, the
 * server reads rows in order. Rows that could not be sent come back with what was typed in them.
 */
export function useRows({ id, start, most }: Given) {
  const restored = useRestored();
  const [rows, setRows] = useState(() => Array.from({ length: start }, (_, row) => row));
  const toFocus = useRef<string>(undefined);

  // Before the answers are written back, which happens in an effect of the form.
  useLayoutEffect(() => {
    const numbers = restored
      .filter(([name]) => name.startsWith(`${id}.`))
      .map(([name]) => Number(name.slice(id.length + 1).split(".")[0]))
      .filter((row) => Number.isInteger(row) && row < MOST_NUMBER);
    if (numbers.length === 0) return;
    setRows((before) => [...new Set([...before, ...numbers])].sort((a, b) => a - b).slice(0, most));
  }, [id, most, restored]);

  useEffect(() => {
    if (!toFocus.current) return;
    const place = document.getElementById(toFocus.current);
    place
      ?.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea, button")
      ?.focus();
    toFocus.current = undefined;
  });

  const add = useCallback(() => {
    setRows((before) => {
      const next = (before.at(-1) ?? -1) + 1;
      toFocus.current = rowId(id, next);
      return before.length < most ? [...before, next] : before;
    });
  }, [id, most]);

  const remove = useCallback(
    (row: number) => {
      toFocus.current = id;
      setRows((before) => before.filter((one) => one !== row));
    },
    [id],
  );

  return { rows, add, remove };
}

const MOST_NUMBER = 1000;

export const rowId = (id: string, row: number) => `${id}-row-${row}`;

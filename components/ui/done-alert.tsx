"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { Callout } from "./callout";

/**
 * What has been done, on the page that it led to. It takes the focus, which the form that was sent
 * has left on nothing: who does not see the page hears it, and the keyboard goes on from there.
 * Give it a key of the request, so that the same words are said a second time.
 */
export function DoneAlert({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} role="status" tabIndex={-1}>
      <Callout tone="done">{children}</Callout>
    </div>
  );
}

"use client";
import type { ReactNode } from "react";
import { useAnyWrong } from "./action-form";

type Props = {
  title: string;
  current: boolean;
  /** Names of the fields inside: a section with a wrong one opens by itself. */
  fields: readonly string[];
  children: ReactNode;
};

/** One section of the editor. The others travel with the form, out of sight. */
export function EditorSection({ title, current, fields, children }: Props) {
  const wrong = useAnyWrong(fields);
  return (
    <section hidden={!current && !wrong}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

"use client";
import { useSearchParams } from "next/navigation";
import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import { Link } from "@/components/ui/link";
import { type EditorSection as Name, readEditorSection } from "@/lib/calls/core/editor-sections";
import { routes } from "@/lib/routes";
import { useAnyWrong } from "./action-form";

type Props = {
  name: Name;
  title: string;
  /** Names of the fields inside: a section with a wrong one opens by itself. */
  fields: readonly string[];
  children: ReactNode;
};

/** The section in sight, as the address says. */
export const useSection = (): Name => readEditorSection(useSearchParams().get("sezione") ?? "");

/** One section of the editor. The others travel with the form, out of sight. */
export function EditorSection({ name, title, fields, children }: Props) {
  const current = useSection() === name;
  const wrong = useAnyWrong(fields);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(current);
  useEffect(() => {
    if (current && !shown.current) heading.current?.focus();
    shown.current = current;
  }, [current]);
  return (
    <section hidden={!current && !wrong}>
      <h2 tabIndex={-1} ref={heading}>
        {title}
      </h2>
      {children}
    </section>
  );
}

type LinkProps = { callId: string; section: Name; current?: boolean; children: ReactNode };

/** Brings a section in sight; all of them are on the page, so nothing is loaded and nothing lost. */
export function SectionLink({ callId, section, current, children }: LinkProps) {
  const show = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    window.history.pushState(null, "", event.currentTarget.href);
  };
  return (
    <Link
      href={`${routes.staffCallEdit(callId)}?sezione=${section}`}
      aria-current={current ? "step" : undefined}
      data-stays
      onClick={show}
    >
      {children}
    </Link>
  );
}

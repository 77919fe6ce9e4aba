"use client";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

export type IndexedSection = { id: string; title: string };

type Shared = {
  sections: readonly IndexedSection[];
  show: (sections: readonly IndexedSection[]) => void;
};

const Context = createContext<Shared>({ sections: [], show: () => undefined });

/** Ties the form, whose answers bring sections in and out, to the index beside it. */
export function SectionIndexProvider({
  first,
  children,
}: {
  /** The sections as the server read the stored answers. */
  first: readonly IndexedSection[];
  children: ReactNode;
}) {
  const [sections, show] = useState(first);
  return <Context value={{ sections, show }}>{children}</Context>;
}

/** Tells the index which sections the form shows now. */
export function useIndexed(sections: readonly IndexedSection[]): void {
  const { show } = useContext(Context);
  const shown = JSON.stringify(sections.map(({ id, title }) => ({ id, title })));
  useEffect(() => show(JSON.parse(shown) as IndexedSection[]), [show, shown]);
}

/** Ways to the sections of the page, as they are while one types. */
export function SectionIndex({ title }: { title: string }) {
  const { sections } = useContext(Context);
  if (sections.length === 0) return null;
  return (
    <nav className="d-none d-lg-block mb-4" aria-label={title}>
      <h2 className="ct-h3 fs-5">{title}</h2>
      <ul className="ct-index">
        {sections.map((section) => (
          <li key={section.id}>
            <a href={`#s-${section.id}`}>{section.title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

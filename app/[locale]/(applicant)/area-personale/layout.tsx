import type { ReactNode } from "react";
import { PersonalShell } from "../personal-shell";

/** The frame of the personal area. It decides nothing: each page asks for its own context. */
export default function PersonalAreaLayout({ children }: { children: ReactNode }) {
  return <PersonalShell>{children}</PersonalShell>;
}

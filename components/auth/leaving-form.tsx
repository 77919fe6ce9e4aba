"use client";
import type { ReactNode } from "react";
import { forgetAllUnsent } from "@/components/forms/unsent";

/** Who signs out leaves nothing typed in a browser that others may use. */
export function LeavingForm({ children }: { children: ReactNode }) {
  return <div onSubmit={forgetAllUnsent}>{children}</div>;
}

import type { ReactNode } from "react";
import { PublicShell } from "@/components/layout/public-shell";
import { env } from "@/lib/env";

export default function PublicLayout({ children }: { children: ReactNode }) {
  return <PublicShell programme={env().PROGRAMME_NAME}>{children}</PublicShell>;
}

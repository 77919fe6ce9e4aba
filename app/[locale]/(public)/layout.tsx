import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PublicShell } from "@/components/layout/public-shell";
import { currentSession } from "@/lib/auth/request-context";
import { staffActor } from "@/lib/auth/sessions";
import { env } from "@/lib/env";
import { routes } from "@/lib/routes";

/** The public frame. Whoever is signed in finds the way back; visitors cost no query. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const session = await currentSession();
  const t = await getTranslations("common");
  const account = session && {
    label: t("area.label"),
    href: staffActor(session) ? routes.staffHome() : routes.myApplications(),
  };
  return (
    <PublicShell programme={env().PROGRAMME_NAME} {...(account && { account })}>
      {children}
    </PublicShell>
  );
}

import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PublicShell } from "@/components/layout/public-shell";
import { AreaNav } from "@/components/layout/work-shell";
import { currentSession } from "@/lib/auth/request-context";
import { env } from "@/lib/env";
import { routes } from "@/lib/routes";

/** The frame of the personal area. It decides nothing: each page asks for its own context. */
export default async function PersonalAreaLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("auth");
  const session = await currentSession();
  return (
    <PublicShell
      programme={env().PROGRAMME_NAME}
      {...(session && { account: { label: session.displayName, href: routes.signOut() } })}
    >
      <AreaNav
        items={[
          { label: t("area.applications"), href: routes.myApplications() },
          { label: t("sessions.title"), href: routes.sessions() },
          { label: t("signOut.title"), href: routes.signOut() },
        ]}
      />
      {children}
    </PublicShell>
  );
}

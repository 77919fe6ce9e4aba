import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AreaNav } from "@/components/layout/work-shell";
import { routes } from "@/lib/routes";
import { PersonalShell } from "../personal-shell";

/** The frame of the personal area. It decides nothing: each page asks for its own context. */
export default async function PersonalAreaLayout({ children }: { children: ReactNode }) {
  const [t, organisations, own] = await Promise.all([
    getTranslations("auth"),
    getTranslations("organisations"),
    getTranslations("ownData"),
  ]);
  return (
    <PersonalShell>
      <AreaNav
        items={[
          { label: t("area.applications"), href: routes.myApplications() },
          { label: organisations("nav"), href: routes.organisations() },
          { label: own("title"), href: routes.ownData() },
          { label: t("sessions.title"), href: routes.sessions() },
          { label: t("signOut.title"), href: routes.signOut() },
        ]}
      />
      {children}
    </PersonalShell>
  );
}

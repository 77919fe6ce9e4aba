import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientMessages } from "@/components/layout/client-messages";
import { PublicShell } from "@/components/layout/public-shell";
import { currentSession } from "@/lib/auth/request-context";
import { env } from "@/lib/env";
import { routes } from "@/lib/routes";

/** The public frame with the name of who is signed in; the texts that its forms need. */
export async function PersonalShell({ children }: { children: ReactNode }) {
  const session = await currentSession();
  const t = await getTranslations("applications");
  const account = { label: session?.displayName || t("mine.title"), href: routes.myApplications() };
  return (
    <ClientMessages namespaces={["applications", "fields"]}>
      <PublicShell programme={env().PROGRAMME_NAME} {...(session ? { account } : {})}>
        {children}
      </PublicShell>
    </ClientMessages>
  );
}

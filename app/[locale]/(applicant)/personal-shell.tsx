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
  // Somebody without a name is shown by the mailbox, which is too long for a header.
  const name = session?.displayName.includes("@") ? undefined : session?.displayName;
  const account = { label: name || t("mine.area"), href: routes.myApplications() };
  return (
    <ClientMessages namespaces={["applications", "fields"]}>
      <PublicShell programme={env().PROGRAMME_NAME} {...(session ? { account } : {})}>
        {children}
      </PublicShell>
    </ClientMessages>
  );
}

import "@/components/styles/main.css";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { setRequestLocale } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { NotFound } from "@/components/layout/not-found";
import { PublicShell } from "@/components/layout/public-shell";
import { env } from "@/lib/env";
import en from "@/lib/i18n/messages/en/errors.json";
import it from "@/lib/i18n/messages/it/errors.json";

export const metadata: Metadata = { title: `${it.notFound.title} - ${en.notFound.title}` };

/** An address that no page answers. No layout stands above this; the language comes from the address. */
export default async function GlobalNotFound() {
  const locale = (await headers()).get("x-next-intl-locale") === "en" ? "en" : "it";
  setRequestLocale(locale);
  return (
    <html lang={locale}>
      <body>
        <ClientMessages>
          <PublicShell programme={env().PROGRAMME_NAME}>
            <NotFound />
          </PublicShell>
        </ClientMessages>
      </body>
    </html>
  );
}

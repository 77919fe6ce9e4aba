import "@/components/styles/main.css";
import type { Metadata, Viewport } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientMessages } from "@/components/layout/client-messages";
import { env } from "@/lib/env";
import { titleTemplate } from "@/lib/i18n/page-title";
import { isLocale, routing } from "@/lib/i18n/routing";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export const viewport: Viewport = { width: "device-width", initialScale: 1, themeColor: "#0a3a33" };

/** No other first segment is a language: `/robots.txt` is no page, whatever stands in its place. */
export const dynamicParams = false;
export const generateStaticParams = () => routing.locales.map((locale) => ({ locale }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (isLocale(locale)) setRequestLocale(locale);
  const name = env().PROGRAMME_NAME;
  return {
    title: { default: name, template: await titleTemplate(name) },
    metadataBase: new URL(env().APP_ORIGIN),
    icons: {
      icon: [
        { url: "/favicon.ico", sizes: "32x32" },
        { url: "/icon.svg", type: "image/svg+xml" },
      ],
      apple: "/apple-touch-icon.png",
    },
    manifest: "/manifest.webmanifest",
  };
}

/** The document of every page. It waits for a request: the nonce of the content policy is made there. */
export default async function DocumentLayout({ children, params }: Props) {
  await connection();
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  return (
    <html lang={locale}>
      <body>
        <ClientMessages>{children}</ClientMessages>
      </body>
    </html>
  );
}

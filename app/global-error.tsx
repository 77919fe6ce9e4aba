"use client";
import "@/components/styles/main.css";
import { Button } from "@/components/ui/button";
import { localeOfPath } from "@/lib/i18n/addresses";
import en from "@/lib/i18n/messages/en/errors.json";
import it from "@/lib/i18n/messages/it/errors.json";

type Props = { error: Error & { digest?: string }; reset: () => void };

/** The document itself failed: no provider is left, so the texts are read straight from the catalogue. */
export default function GlobalError({ error, reset }: Props) {
  const locale = typeof window === "undefined" ? "it" : localeOfPath(window.location.pathname);
  const { unexpected } = locale === "en" ? en : it;
  return (
    <html lang={locale}>
      <body>
        <main id="contenuto" className="container ct-pagehead-narrow">
          <title>{unexpected.title}</title>
          <h1>{unexpected.title}</h1>
          <p className="ct-lead">{unexpected.text}</p>
          {error.digest && <p>{unexpected.code.replace("{code}", error.digest)}</p>}
          <Button type="button" onClick={reset}>
            {unexpected.retry}
          </Button>
        </main>
      </body>
    </html>
  );
}

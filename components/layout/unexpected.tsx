"use client";
import { useEffect, useRef } from "react";
import { localeOfPath } from "@/lib/i18n/addresses";
import en from "@/lib/i18n/messages/en/errors.json";
import it from "@/lib/i18n/messages/it/errors.json";
import type { Locale } from "@/lib/i18n/routing";

export type UnexpectedProps = { error: Error & { digest?: string }; reset: () => void };

/** The language of the address in the browser; an error page has nothing else to go by. */
export const localeHere = (): Locale =>
  typeof window === "undefined" ? "it" : localeOfPath(window.location.pathname);

/**
 * Something unexpected. It reads its texts straight from the catalogue, so that it stands when all
 * else has failed and costs other pages no script. Only the code reaches the reader; the log has the rest.
 */
export function Unexpected({ error, reset }: UnexpectedProps) {
  const { unexpected } = localeHere() === "en" ? en : it;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <main id="contenuto" className="container ct-pagehead-narrow">
      <title>{unexpected.title}</title>
      <h1 ref={title} tabIndex={-1}>
        {unexpected.title}
      </h1>
      <p className="ct-lead">{unexpected.text}</p>
      {error.digest && <p>{unexpected.code.replace("{code}", error.digest)}</p>}
      <button type="button" className="btn btn-primary" onClick={reset}>
        {unexpected.retry}
      </button>
    </main>
  );
}

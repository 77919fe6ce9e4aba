"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";

type Props = { error: Error & { digest?: string }; reset: () => void };

/** Something unexpected, below the document. Only the code reaches the reader; the log has the rest. */
export default function ErrorPage({ error, reset }: Props) {
  const t = useTranslations("errors");
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <main id="contenuto" className="container ct-pagehead-narrow">
      <title>{t("unexpected.title")}</title>
      <h1 ref={title} tabIndex={-1}>
        {t("unexpected.title")}
      </h1>
      <p className="ct-lead">{t("unexpected.text")}</p>
      {error.digest && <p>{t("unexpected.code", { code: error.digest })}</p>}
      <Button type="button" onClick={reset}>
        {t("unexpected.retry")}
      </Button>
    </main>
  );
}

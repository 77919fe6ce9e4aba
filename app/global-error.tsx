"use client";
import "@/components/styles/main.css";
import { localeHere, Unexpected, type UnexpectedProps } from "@/components/layout/unexpected";

/** The document itself failed. */
export default function GlobalError(props: UnexpectedProps) {
  return (
    <html lang={localeHere()}>
      <body>
        <Unexpected {...props} />
      </body>
    </html>
  );
}

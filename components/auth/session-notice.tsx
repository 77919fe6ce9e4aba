"use client";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { SessionClock } from "@/lib/auth/core/session-terms";
import { routes } from "@/lib/routes";
import { useSessionClock } from "./use-session-clock";

/** The notice waits for a pause in typing, so that no key goes astray. */
const PAUSE_MS = 2000;

type Props = SessionClock & { staff?: boolean };

/**
 * Says five minutes before that the session is about to end, and extends it without leaving the
 * page (WCAG 2.2.1). The browser gives the focus back to where one was writing.
 */
export function SessionNotice({ staff = false, ...first }: Props) {
  const t = useTranslations("common.session");
  const { stage, minutes, extend } = useSessionClock(first);
  const [closed, setClosed] = useState("");
  const [state, setState] = useState<"" | "extending" | "failed" | "extended">("");
  const { box, heading } = useQuietlyShown(stage !== "quiet" && closed !== stage);
  const id = useId();
  useEffect(() => {
    // A notice that was closed comes again before the next end.
    if (stage === "quiet") setClosed("");
    else setState("");
  }, [stage]);
  const prolong = async () => {
    setState("extending");
    setState((await extend()) ? "extended" : "failed");
  };
  return (
    <>
      <p role="status" className="visually-hidden">
        {stage === "quiet" && state === "extended" ? t("extended") : ""}
      </p>
      <dialog
        ref={box}
        className="ct-dialog"
        role="alertdialog"
        aria-labelledby={id}
        aria-describedby={`${id}-text`}
        onClose={() => setClosed(stage)}
      >
        <h2 id={id} ref={heading} tabIndex={-1}>
          {stage === "ended" ? t("endedTitle") : t(stage === "last" ? "lastTitle" : "endingTitle")}
        </h2>
        <p id={`${id}-text`}>
          {stage === "ended" ? t("ended") : t(stage === "last" ? "last" : "ending", { minutes })}
        </p>
        <p role="alert">{state === "failed" && stage === "ending" ? t("failed") : ""}</p>
        {stage === "ending" && (
          <Button onClick={() => void prolong()} aria-disabled={state === "extending" || undefined}>
            {t(state === "extending" ? "extending" : "extend")}
          </Button>
        )}
        {stage === "ended" && (
          <Link className="btn btn-primary" href={signInAgain(staff)} target="_blank">
            {t("signIn")}
          </Link>
        )}
        <form method="dialog" className="ct-dialog-cancel">
          <Button look="link">{t("close")}</Button>
        </form>
      </dialog>
    </>
  );
}

/** Comes back to this page after the sign-in; asked for in the browser alone. */
function signInAgain(staff: boolean): string {
  const { pathname, search } = window.location;
  return (staff ? routes.staffSignIn : routes.signIn)(pathname + search);
}

/** Opens the dialog in a pause, with the focus on its heading: Enter and space do nothing there. */
function useQuietlyShown(shown: boolean) {
  const box = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const typedAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const typed = () => {
      typedAt.current = performance.now();
    };
    document.addEventListener("keydown", typed);
    return () => document.removeEventListener("keydown", typed);
  }, []);
  useEffect(() => {
    if (!shown) {
      box.current?.close();
      return;
    }
    let timer: ReturnType<typeof setTimeout>;
    const open = () => {
      if (performance.now() - typedAt.current < PAUSE_MS) timer = setTimeout(open, PAUSE_MS);
      else if (!box.current?.open) {
        box.current?.showModal();
        heading.current?.focus();
      }
    };
    open();
    return () => clearTimeout(timer);
  }, [shown]);
  return { box, heading };
}

import { useCallback, useEffect, useState } from "react";
import type { SessionClock } from "@/lib/auth/core/session-terms";
import { routes } from "@/lib/routes";

/** How long before the end the notice comes. */
const WARNING_SECONDS = 5 * 60;
/** While it is shown, another tab may have gone on: how often that is asked. */
const ASK_AGAIN_SECONDS = 20;

export type SessionStage = "quiet" | "ending" | "last" | "ended";

/**
 * Where the session of this page stands. It asks the server before it says anything, because other
 * requests of the page and other tabs keep the session alive too; asking is no visit.
 */
export function useSessionClock(first: SessionClock) {
  const [clock, setClock] = useState(first);
  const [ended, setEnded] = useState(false);
  const ask = useCallback(async (method: "GET" | "POST"): Promise<boolean> => {
    const answer = await fetch(routes.sessionClock(), { method, cache: "no-store" }).catch(
      () => undefined,
    );
    if (answer?.status === 401) setEnded(true);
    else if (answer?.ok) {
      setClock((await answer.json()) as SessionClock);
      setEnded(false);
    } else if (method === "GET") {
      // Without an answer the time goes by all the same.
      setClock((known) => ({
        ...known,
        secondsLeft: Math.max(0, known.secondsLeft - ASK_AGAIN_SECONDS),
      }));
    }
    return answer?.ok ?? false;
  }, []);

  useEffect(() => {
    const timer = setTimeout(() => void ask("GET"), nextQuestion(clock.secondsLeft) * 1000);
    return () => clearTimeout(timer);
  }, [clock, ask]);

  useEffect(() => {
    // Timers sleep with the computer: whoever comes back learns at once where things stand.
    const back = () => {
      if (document.visibilityState === "visible") void ask("GET");
    };
    document.addEventListener("visibilitychange", back);
    return () => document.removeEventListener("visibilitychange", back);
  }, [ask]);

  const extend = useCallback(() => ask("POST"), [ask]);
  return { stage: stageOf(clock, ended), minutes: Math.floor(clock.secondsLeft / 60), extend };
}

/** Seconds until the server is asked again. */
function nextQuestion(secondsLeft: number): number {
  if (secondsLeft > WARNING_SECONDS) return secondsLeft - WARNING_SECONDS;
  return secondsLeft === 0 ? ASK_AGAIN_SECONDS : Math.min(ASK_AGAIN_SECONDS, secondsLeft + 1);
}

function stageOf({ secondsLeft, canExtend }: SessionClock, ended: boolean): SessionStage {
  if (ended) return "ended";
  if (secondsLeft > WARNING_SECONDS) return "quiet";
  return canExtend ? "ending" : "last";
}

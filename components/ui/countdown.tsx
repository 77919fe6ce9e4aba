"use client";
import { useEffect, useState } from "react";
import { clocks } from "@/lib/clock-routes";
import { timeLeft } from "@/lib/kernel/time-left";

type Props = {
  /** The server's clock when the page was made, ISO. */
  now: string;
  /** The instant after which nothing is accepted, ISO. */
  deadline: string;
  /** In words: singular and plural of each unit, and what readers hear before them. */
  words: { label: string; days: Forms; hours: Forms; minutes: Forms };
};

type Forms = readonly [one: string, other: string];

/**
 * Days, hours and minutes left. It runs from the server's clock, asked again whenever the page comes
 * back into view: a device that slept, or a page kept by the browser, must not promise time that is
 * gone. A wrong clock on the device changes nothing. It is not a live region: it does not announce
 * itself at each tick. Without scripts it shows the time left when the page was made.
 */
export function Countdown({ now, deadline, words }: Props) {
  const [current, setCurrent] = useState(() => Date.parse(now));

  useEffect(() => {
    let told = { at: performance.now(), clock: Date.parse(now) };
    const show = () => setCurrent(told.clock + performance.now() - told.at);
    const ask = async () => {
      if (document.visibilityState !== "visible") return;
      const clock = await serverClock();
      if (clock !== undefined) told = { at: performance.now(), clock };
      show();
    };
    const timer = setInterval(show, 1000);
    document.addEventListener("visibilitychange", ask);
    window.addEventListener("pageshow", ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
      window.removeEventListener("pageshow", ask);
    };
  }, [now]);

  const left = timeLeft(new Date(current), new Date(deadline));
  const parts = (["days", "hours", "minutes"] as const).map((unit) => ({
    count: left[unit],
    unit: words[unit][left[unit] === 1 ? 0 : 1],
  }));
  const said = parts.map(({ count, unit }) => `${count} ${unit}`).join(", ");
  return (
    <div className="ct-clock" role="timer" aria-label={`${words.label} ${said}`}>
      {parts.map(({ count, unit }) => (
        <span key={unit} aria-hidden="true">
          <b>{count}</b>
          <i>{unit}</i>
        </span>
      ))}
    </div>
  );
}

/** The server's clock in milliseconds; undefined while it cannot be reached. */
async function serverClock(): Promise<number | undefined> {
  try {
    const answer = await fetch(clocks.serverTime(), { cache: "no-store" });
    const clock = Date.parse(((await answer.json()) as { now: string }).now);
    return Number.isNaN(clock) ? undefined : clock;
  } catch {
    return undefined;
  }
}

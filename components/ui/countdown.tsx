"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { timeLeft } from "@/lib/kernel/time-left";

type Props = {
  /** The server's clock when the page was made, ISO. */
  now: string;
  /** The instant after which nothing is accepted, ISO. */
  deadline: string;
};

/**
 * Days, hours and minutes left. It runs from the server's clock plus the time the page has been
 * open, so a wrong clock on the device changes nothing. It is not a live region: it does not
 * announce itself at each tick. Without scripts it shows the time left when the page was made.
 */
export function Countdown({ now, deadline }: Props) {
  const t = useTranslations("common");
  const [elapsed, setElapsed] = useState(0);

  useEffect(() => {
    const start = performance.now();
    const timer = setInterval(() => setElapsed(performance.now() - start), 1000);
    return () => clearInterval(timer);
  }, []);

  const left = timeLeft(new Date(Date.parse(now) + elapsed), new Date(deadline));
  const parts = [
    { count: left.days, unit: t("countdown.days", { count: left.days }) },
    { count: left.hours, unit: t("countdown.hours", { count: left.hours }) },
    { count: left.minutes, unit: t("countdown.minutes", { count: left.minutes }) },
  ];
  const words = parts.map(({ count, unit }) => `${count} ${unit}`).join(", ");
  return (
    <div className="ct-clock" role="timer" aria-label={t("countdown.label", { words })}>
      {parts.map(({ count, unit }) => (
        <span key={unit} aria-hidden="true">
          <b>{count}</b>
          <i>{unit}</i>
        </span>
      ))}
    </div>
  );
}

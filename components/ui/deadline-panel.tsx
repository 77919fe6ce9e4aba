import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Countdown } from "./countdown";

type Props = {
  /** The server's clock, ISO. Leave out where no time runs (closed, not yet open): no countdown then. */
  now?: string;
  deadline?: string;
  /** "Hai ancora" unless said otherwise. */
  heading?: ReactNode;
  /** The one generated sentence about the deadline. */
  sentence: ReactNode;
  /** The ways in: buttons. */
  children?: ReactNode;
  /** Name of the panel for readers, where a page has more than one. */
  label?: string;
  /** Small print under the buttons. */
  note?: ReactNode;
};

/** Deadline and ways in, beside (on phones: right after) the title of a call. */
export function DeadlinePanel(props: Props) {
  const { now, deadline, heading, sentence, children, label, note } = props;
  const t = useTranslations("common");
  const words = useWords();
  return (
    <aside className="ct-deadline" aria-label={label ?? t("deadline.label")}>
      <p className="ct-deadline-head">{heading ?? t("deadline.heading")}</p>
      {now && deadline && <Countdown now={now} deadline={deadline} words={words} />}
      <p className="ct-sentence">{sentence}</p>
      {children}
      {note && <p className="ct-small ct-muted mt-3 mb-0">{note}</p>}
    </aside>
  );
}

/** Both forms of each unit, so that the countdown needs no catalogue in the browser. */
function useWords() {
  const t = useTranslations("common");
  const forms = (unit: "days" | "hours" | "minutes") =>
    [t(`countdown.${unit}`, { count: 1 }), t(`countdown.${unit}`, { count: 2 })] as const;
  return {
    label: t("countdown.label"),
    days: forms("days"),
    hours: forms("hours"),
    minutes: forms("minutes"),
  };
}

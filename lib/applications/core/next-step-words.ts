import { romeInstant } from "@/lib/kernel/rome-time";
import { clockTime, dateWords, exactMoment, type Locale, longDate } from "@/lib/kernel/rome-words";
import type { NextStep } from "./receipt-view";

/** A next step as a sentence with its date, for mails and documents. */
export function nextStepSentence(step: NextStep, locale: Locale): string {
  switch (step.kind) {
    case "callCloses":
      return locale === "it"
        ? `L’avviso chiude ${exactMoment(new Date(step.at), locale)}.`
        : `The call closes on ${exactMoment(new Date(step.at), locale)}.`;
    case "procedureEnds":
      return locale === "it"
        ? `L’esito arriva entro il ${dateWords(step.on, locale)}.`
        : `The outcome comes by ${dateWords(step.on, locale)}.`;
    case "meeting":
      return `${longDate(step.on, locale)}, ${hours(step, locale)}: ${step.title}${step.where ? `, ${step.where}` : ""}.`;
  }
}

/** "dalle ore 17:00 alle ore 19:00": local hours of the day of the meeting. */
export function hours(step: { on: string; from: string; to: string }, locale: Locale): string {
  const [from, to] = [step.from, step.to].map((hour) => {
    const moment = romeInstant(step.on, hour);
    return moment.ok ? clockTime(moment.instant, "minutes") : hour;
  });
  return locale === "it" ? `dalle ore\u00a0${from} alle ore\u00a0${to}` : `from ${from} to ${to}`;
}

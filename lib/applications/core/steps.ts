import type { Step } from "@/lib/calls/core/form-definition";

/** The pages of an application, in order; each spells the last part of its address. */
export const APPLICATION_STEPS = [
  "informativa",
  "dati-generali",
  "dati-specifici",
  "riepilogo",
] as const;

export type ApplicationStep = (typeof APPLICATION_STEPS)[number];

/** The pages on which questions stand, with the part of the form that each shows. */
export const FORM_STEPS = {
  "dati-generali": "general",
  "dati-specifici": "specific",
} as const satisfies Partial<Record<ApplicationStep, Step>>;

export type FormStep = keyof typeof FORM_STEPS;

export function stepAfter(step: ApplicationStep): ApplicationStep {
  return APPLICATION_STEPS[APPLICATION_STEPS.indexOf(step) + 1] ?? "riepilogo";
}

export function stepBefore(step: ApplicationStep): ApplicationStep {
  return APPLICATION_STEPS[APPLICATION_STEPS.indexOf(step) - 1] ?? "informativa";
}

/** The page on which a section is answered. */
export function pageOf(step: Step): ApplicationStep {
  if (step === "general") return "dati-generali";
  return step === "specific" ? "dati-specifici" : "riepilogo";
}

/** The page on which what the office asks is answered, as its form names it. */
export const INTEGRATION_STEP = "integrazione";

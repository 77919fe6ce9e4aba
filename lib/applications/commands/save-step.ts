import type { Ctx } from "@/lib/context";
import { routes } from "@/lib/routes";
import type { SaveResult } from "../core/saved-answers";
import { FORM_STEPS, type FormStep, stepAfter, stepBefore } from "../core/steps";
import { applicationForCommand } from "../queries/application-for-command";
import { assessApplication } from "../queries/assess-application";
import { municipalityCodes } from "../queries/municipality-codes";
import { type SaveInput, saveSections } from "./save-sections";

export type StepInput = SaveInput & {
  step: FormStep;
  intent: "save" | "next" | "back";
  /** A repeated question that shall show so many rows, where no script can add one. */
  rows?: { field: string; count: number } | undefined;
};

/** `to` is the page that follows; undefined stays where one is. */
export type StepResult = SaveResult & { to: string | undefined };

/**
 * Saves a page of the form, then goes where its button says: on, if nothing on the page is missing
 * or wrong, otherwise back to the same page, which shows what is. What was typed is stored first.
 */
export async function saveStep(ctx: Ctx, input: StepInput): Promise<StepResult> {
  const saved = await saveSections(ctx, input);
  if (saved.conflicts.length > 0) return { ...saved, to: undefined };
  if (input.rows) return { ...saved, to: rowsAddress(input, input.rows) };
  if (input.intent === "save") return { ...saved, to: undefined };
  return { ...saved, to: await pageAfter(ctx, input) };
}

function rowsAddress(input: StepInput, { field, count }: { field: string; count: number }): string {
  const page = routes.applicationStep(input.applicationId, input.step);
  return `${page}?righe=${field}.${count}#${field}`;
}

async function pageAfter(ctx: Ctx, input: StepInput): Promise<string> {
  const here = (step: string) => routes.applicationStep(input.applicationId, step);
  if (input.intent === "back") return here(stepBefore(input.step));
  const found = await applicationForCommand(ctx, input.applicationId);
  const { errors } = assessApplication(found, await municipalityCodes(ctx));
  const onPage = found.definition.sections
    .filter((section) => section.step === FORM_STEPS[input.step])
    .flatMap((section) => section.fields);
  const wrong = onPage.some((field) => errors[field.id]);
  return wrong ? `${here(input.step)}?errori=1` : here(stepAfter(input.step));
}

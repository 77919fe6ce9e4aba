import { z } from "zod";
import { TRIAL_WAYS } from "@/lib/applications/core/trial";
import type { FormEdit } from "@/lib/calls/core/apply-edit";
import { FIELD_TYPES } from "@/lib/calls/core/form-shapes";
import { FORM_TEMPLATES } from "@/lib/calls/core/form-templates/library";
import { TRACKS } from "@/lib/calls/core/tracks";
import { deskEntries } from "./call-forms";

const texts = z.union([z.string(), z.array(z.string())]);

/** A step of the form builder: the part that is edited with all its controls, and the button. */
export const editFormSchema = z
  .object({
    callId: z.uuid(),
    at: z.string().max(80),
    seen: z.string().max(64).default(""),
    formSeen: z.string().max(64).optional(),
    do: z
      .string()
      .regex(/^(save|up|down|copy|remove|(rule|group|drop)(\.\d{1,3})*)$/, "not_found")
      .default("save"),
  })
  .catchall(texts)
  .transform(({ callId, at, seen, formSeen, do: step, ...rest }) => {
    const posted = Object.fromEntries(
      Object.entries(rest).map(([name, value]) => [name, [value].flat()]),
    );
    return { callId, seen, formSeen, edits: editsOf(at, step, posted), ...deskEntries(rest) };
  });

/** A button that moves or copies a part saves it first: what was typed goes along. */
function editsOf(at: string, step: string, posted: Record<string, string[]>): FormEdit[] {
  if (step === "remove") return [{ do: "remove", at }];
  const isMove = step === "up" || step === "down" || step === "copy";
  const save: FormEdit = { do: "save", at, posted, step: isMove || step === "save" ? "" : step };
  return isMove ? [save, { do: step, at }] : [save];
}

export const addPartSchema = z
  .object({
    callId: z.uuid(),
    what: z.enum([...FIELD_TYPES, "section", "rule"], "required"),
    label: z.string().trim().min(1, "required").max(300, "too_long"),
    where: z.string().max(80).default(""),
  })
  .transform(({ callId, ...part }) => ({
    callId,
    seen: "",
    edits: [{ do: "add", ...part } satisfies FormEdit],
  }));

export const useTemplateSchema = z
  .object({
    callId: z.uuid(),
    seen: z.string().max(64),
    template: z.enum(Object.keys(FORM_TEMPLATES) as (keyof typeof FORM_TEMPLATES)[], "required"),
  })
  .transform(({ callId, seen, template }) => ({
    callId,
    seen,
    source: { kind: "template" as const, key: template },
  }));

/** A form as an applicant would send it, with nobody to send it for. */
export const tryFormSchema = z
  .object({ callId: z.uuid(), track: z.enum(TRACKS) })
  .catchall(texts)
  .transform(({ callId, track, ...rest }) => ({
    ...{ callId, track, way: TRIAL_WAYS[track] },
    entries: Object.entries(rest).flatMap(([name, value]) =>
      [value].flat().map((one) => [name, one] as const),
    ),
  }));

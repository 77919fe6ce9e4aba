"use server";
import { action } from "@/lib/actions";
import { tryForm } from "@/lib/applications/queries/try-form";
import { editForm } from "@/lib/calls/commands/edit-form";
import { importForm } from "@/lib/calls/commands/import-form";
import type { Ctx } from "@/lib/context";
import { routes } from "@/lib/routes";
import { addPartSchema, editFormSchema, tryFormSchema, useTemplateSchema } from "./form-schemas";

export const editFormAction = action(
  "call.editForm",
  editFormSchema,
  async (ctx: Ctx, input) => ({
    ...(await editForm(ctx, input)),
    revision: 0,
    stays: input.automatic,
  }),
  {
    audience: "staff",
    redirectTo: ({ callId, at, stays }) =>
      stays ? undefined : routes.staffCallForm(callId, at ?? undefined),
    keep: "all",
  },
);

export const addPartAction = action("call.addFormPart", addPartSchema, editForm, {
  audience: "staff",
  redirectTo: ({ callId, at }) => routes.staffCallForm(callId, at ?? undefined),
  keep: "all",
});

/** What was tried and is complete says so on a fresh page; whatever is missing is shown where it is. */
export const tryFormAction = action(
  "call.tryForm",
  tryFormSchema,
  async (ctx: Ctx, input) => ({
    ...(await tryForm(ctx, input)),
    complete: `${routes.staffCallTrial(input.callId)}?come=${input.way}&esito=completo`,
  }),
  {
    audience: "staff",
    redirectTo: ({ errors, complete }) => (Object.keys(errors).length === 0 ? complete : undefined),
  },
);

export const useTemplateAction = action("call.useFormTemplate", useTemplateSchema, importForm, {
  audience: "staff",
  redirectTo: ({ callId }) => routes.staffCallForm(callId),
});

"use server";
import { action } from "@/lib/actions";
import { editForm } from "@/lib/calls/commands/edit-form";
import { importForm } from "@/lib/calls/commands/import-form";
import { routes } from "@/lib/routes";
import { addPartSchema, editFormSchema, useTemplateSchema } from "./form-schemas";

export const editFormAction = action("call.editForm", editFormSchema, editForm, {
  audience: "staff",
  redirectTo: ({ callId, at }) => routes.staffCallForm(callId, at ?? undefined),
  keep: "all",
});

export const addPartAction = action("call.addFormPart", addPartSchema, editForm, {
  audience: "staff",
  redirectTo: ({ callId, at }) => routes.staffCallForm(callId, at ?? undefined),
  keep: "all",
});

export const useTemplateAction = action("call.useFormTemplate", useTemplateSchema, importForm, {
  audience: "staff",
  redirectTo: ({ callId }) => routes.staffCallForm(callId),
});

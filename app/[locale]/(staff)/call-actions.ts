"use server";
import { action } from "@/lib/actions";
import { createCall } from "@/lib/calls/commands/create-call";
import { publishCall } from "@/lib/calls/commands/publish-call";
import { saveCall } from "@/lib/calls/commands/save-call";
import { unpublishCall } from "@/lib/calls/commands/unpublish-call";
import { callEditor } from "@/lib/calls/queries/call-editor";
import { callIdSchema, publishCallSchema } from "@/lib/calls/schema";
import type { Ctx } from "@/lib/context";
import { beginReview } from "@/lib/review/commands/begin-review";
import { beginReviewSchema } from "@/lib/review/schema";
import { routes } from "@/lib/routes";
import { EDITOR_FIELDS, type EditorInput, editorSchema, newCallSchema } from "./call-forms";

export const createCallAction = action("call.create", newCallSchema, createCall, {
  audience: "staff",
  redirectTo: ({ id }) => routes.staffCallEdit(id),
  keep: ["title", "start", "bodyId"],
});

export const saveCallAction = action(
  "call.save",
  editorSchema,
  async (ctx: Ctx, input: EditorInput) => {
    const saved = await saveCall(ctx, input);
    const { callId, go, automatic } = input;
    if (!automatic)
      return { ...saved, to: `${routes.staffCallEdit(callId)}?sezione=${go}&salvato=si` };
    const { verdict, warnings } = await callEditor(ctx, callId);
    return { ...saved, checks: { verdict, warnings }, to: undefined };
  },
  {
    audience: "staff",
    redirectTo: ({ to }) => to,
    keep: EDITOR_FIELDS,
  },
);

export const publishCallAction = action(
  "call.publish",
  publishCallSchema,
  async (ctx: Ctx, input) => {
    await publishCall(ctx, input);
    return input.callId;
  },
  {
    audience: "staff",
    redirectTo: (callId) => `${routes.staffCall(callId)}?fatto=pubblicato`,
    keep: ["overrideReason", "when", "publishOn", "publishAtTime"],
  },
);

/** Only while the moment of the publication lies ahead. */
export const unpublishCallAction = action(
  "call.unpublish",
  callIdSchema,
  async (ctx: Ctx, input) => {
    await unpublishCall(ctx, input);
    return input.callId;
  },
  {
    audience: "staff",
    redirectTo: (callId) => `${routes.staffCall(callId)}?fatto=annullato`,
  },
);

export const startReviewAction = action(
  "call.startReview",
  beginReviewSchema,
  async (ctx: Ctx, input) => {
    await beginReview(ctx, input);
    return input.callId;
  },
  {
    audience: "staff",
    redirectTo: (callId) => `${routes.staffApplications(callId)}?stato=da-controllare`,
  },
);

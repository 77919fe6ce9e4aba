"use server";
import { action } from "@/lib/actions";
import { carryAnswers } from "@/lib/applications/commands/carry-answers";
import { placesTaken } from "@/lib/applications/queries/act-recipients";
import { dropAct } from "@/lib/calls/commands/drop-act";
import { dropForm } from "@/lib/calls/commands/drop-form";
import { prepareAct } from "@/lib/calls/commands/prepare-act";
import { prepareForm } from "@/lib/calls/commands/prepare-form";
import { publishAct } from "@/lib/calls/commands/publish-act";
import { type ActInput, actSchema, ofCallSchema, publishActSchema } from "@/lib/calls/schema/acts";
import type { Ctx } from "@/lib/context";
import { routes } from "@/lib/routes";
import { EDITOR_FIELDS } from "./call-forms";

/** What the applications know of an act. */
const MEASURE = { placesTaken, carryAnswers };

export const prepareActAction = action(
  "call.prepareAct",
  actSchema,
  async (ctx: Ctx, input: ActInput) => {
    await prepareAct(ctx, input, MEASURE);
    return input.callId;
  },
  {
    audience: "staff",
    redirectTo: (callId) => routes.staffPreparedAct(callId),
    keep: [...EDITOR_FIELDS, "reason", "scope", "natures", "towns", "seats", "until"],
  },
);

export const publishActAction = action(
  "call.publishAct",
  publishActSchema,
  async (ctx: Ctx, input) => {
    await publishAct(ctx, input, MEASURE);
    return input.callId;
  },
  {
    audience: "staff",
    redirectTo: (callId) => `${routes.staffActs(callId)}?fatto=pubblicato`,
  },
);

export const dropActAction = action(
  "call.dropAct",
  publishActSchema,
  async (ctx: Ctx, input) => {
    await dropAct(ctx, input);
    return input.callId;
  },
  {
    audience: "staff",
    redirectTo: (callId) => `${routes.staffActs(callId)}?fatto=messo-da-parte`,
  },
);

export const prepareFormAction = action("call.prepareForm", ofCallSchema, prepareForm, {
  audience: "staff",
  redirectTo: ({ callId }) => routes.staffCallForm(callId),
});

export const dropFormAction = action("call.dropForm", ofCallSchema, dropForm, {
  audience: "staff",
  redirectTo: ({ callId }) => routes.staffNewAct(callId, "rettifica"),
});

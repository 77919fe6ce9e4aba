"use server";
import { action } from "@/lib/actions";
import { placesTaken } from "@/lib/applications/queries/act-recipients";
import { dropAct } from "@/lib/calls/commands/drop-act";
import { prepareAct } from "@/lib/calls/commands/prepare-act";
import { publishAct } from "@/lib/calls/commands/publish-act";
import { type ActInput, actSchema, publishActSchema } from "@/lib/calls/schema/acts";
import type { Ctx } from "@/lib/context";
import { routes } from "@/lib/routes";
import { EDITOR_FIELDS } from "./call-forms";

export const prepareActAction = action(
  "call.prepareAct",
  actSchema,
  async (ctx: Ctx, input: ActInput) => {
    await prepareAct(ctx, input, { placesTaken });
    return input.callId;
  },
  {
    audience: "staff",
    redirectTo: (callId) => routes.staffPreparedAct(callId),
    keep: [...EDITOR_FIELDS, "reason", "scope", "until"],
  },
);

export const publishActAction = action(
  "call.publishAct",
  publishActSchema,
  async (ctx: Ctx, input) => {
    await publishAct(ctx, input, { placesTaken });
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

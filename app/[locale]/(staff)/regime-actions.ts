"use server";
import { action } from "@/lib/actions";
import { adjustRegime } from "@/lib/calls/commands/adjust-regime";
import { adjustRegimeSchema } from "@/lib/calls/schema";
import type { Ctx } from "@/lib/context";
import { routes } from "@/lib/routes";

/** Writes the next version of a body's regime. */
export const adjustRegimeAction = action(
  "regime.adjust",
  adjustRegimeSchema,
  async (ctx: Ctx, input) => {
    await adjustRegime(ctx, input);
    return input;
  },
  {
    audience: "staff",
    redirectTo: ({ bodyId, regime }) => `${routes.staffRegime(bodyId, regime)}&fatto=si`,
    keep: [
      ...["applicants", "runtsRequired", "runtsMonths", "days", "blocking", "comparative"],
      ...["peremptory", "channels", "minimumAge", "guardian", "notice", "published", "reason"],
    ],
  },
);

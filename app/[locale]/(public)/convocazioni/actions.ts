"use server";
import { headers } from "next/headers";
import { action } from "@/lib/actions";
import type { Ctx } from "@/lib/context";
import { limitByAddress } from "@/lib/platform/limit-by-address";
import { limits } from "@/lib/platform/rate-limit";
import { routes } from "@/lib/routes";
import { answerConvocation } from "@/lib/workshops/commands/answer-convocation";
import { type AnswerConvocation, answerConvocationSchema } from "@/lib/workshops/schema";

/** Answers for one meeting, by the personal link. */
export const answerAction = action(
  "convocation.answer",
  answerConvocationSchema,
  async (ctx: Ctx, input: AnswerConvocation) => {
    await limitByAddress(ctx, await headers(), "convocation", limits.convocation);
    await answerConvocation(ctx, input);
    return input;
  },
  {
    audience: "public",
    redirectTo: ({ token, meetingId }) =>
      `${routes.convocationAnswer(token)}?fatto=${meetingId}#incontro-${meetingId}`,
    keep: ["answer", "delegateName", "delegateEmail"],
  },
);

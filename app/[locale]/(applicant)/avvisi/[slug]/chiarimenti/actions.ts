"use server";
import { z } from "zod";
import { action } from "@/lib/actions";
import { askQuestion } from "@/lib/calls/commands/ask-question";
import { QUESTION_LIMIT } from "@/lib/calls/core/clarifications";
import { routes } from "@/lib/routes";

const askQuestionSchema = z.object({
  callId: z.uuid(),
  question: z.string().trim().min(10, "too_short").max(QUESTION_LIMIT, "too_long"),
});

export const askQuestionAction = action("clarification.ask", askQuestionSchema, askQuestion, {
  audience: "person",
  keep: ["question"],
  redirectTo: ({ slug }) => `${routes.askAboutCall(slug)}?fatto=si`,
});

"use server";
import { action } from "@/lib/actions";
import { answerQuestion, answerQuestionSchema } from "@/lib/calls/commands/answer-question";
import { routes } from "@/lib/routes";

export const answerQuestionAction = action(
  "clarification.answer",
  answerQuestionSchema,
  answerQuestion,
  {
    audience: "staff",
    keep: ["question", "answer", "audience"],
    redirectTo: ({ callId }) => `${routes.staffQuestions(callId)}?fatto=si`,
  },
);

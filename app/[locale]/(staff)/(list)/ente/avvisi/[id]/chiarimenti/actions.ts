"use server";
import { z } from "zod";
import { action } from "@/lib/actions";
import { answerQuestion } from "@/lib/calls/commands/answer-question";
import { ANSWER_LIMIT, QUESTION_LIMIT } from "@/lib/calls/core/clarifications";
import { routes } from "@/lib/routes";

const answerQuestionSchema = z.object({
  clarificationId: z.uuid(),
  audience: z.enum(["all", "asker"], "required"),
  question: z.string().trim().max(QUESTION_LIMIT, "too_long").default(""),
  answer: z.string().trim().min(1, "required").max(ANSWER_LIMIT, "too_long"),
});

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

"use server";
import { action } from "@/lib/actions";
import { askQuestion, askQuestionSchema } from "@/lib/calls/commands/ask-question";
import { routes } from "@/lib/routes";

export const askQuestionAction = action("clarification.ask", askQuestionSchema, askQuestion, {
  audience: "person",
  keep: ["question"],
  redirectTo: ({ slug }) => `${routes.askAboutCall(slug)}?fatto=si`,
});

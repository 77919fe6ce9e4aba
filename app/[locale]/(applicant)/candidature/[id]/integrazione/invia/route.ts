import { answerIntegrationHandler } from "@/lib/applications/handlers/answer-integration";

export const POST = answerIntegrationHandler;

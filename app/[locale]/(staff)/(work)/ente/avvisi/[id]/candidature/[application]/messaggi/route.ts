import { officeMessagesHandler } from "@/lib/applications/handlers/messages";

export const POST = officeMessagesHandler;

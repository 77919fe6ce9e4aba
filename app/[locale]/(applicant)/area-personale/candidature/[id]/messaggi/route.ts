import { applicantMessagesHandler } from "@/lib/applications/handlers/messages";

export const POST = applicantMessagesHandler;

import { documentsHandler } from "@/lib/calls/handlers/documents";

export const POST = documentsHandler;

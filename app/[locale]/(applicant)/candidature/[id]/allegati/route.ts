import { filesHandler } from "@/lib/applications/handlers/files";

export const POST = filesHandler;

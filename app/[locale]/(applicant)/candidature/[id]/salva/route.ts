import { saveHandler } from "@/lib/applications/handlers/save";

export const POST = saveHandler;

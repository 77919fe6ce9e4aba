import { beginUploadHandler } from "@/lib/applications/handlers/uploads";

export const POST = beginUploadHandler;

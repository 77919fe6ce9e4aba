import { submitHandler } from "@/lib/applications/handlers/submit";

export const POST = submitHandler;

import { submitHandler } from "@/lib/applications/submit-handler";

export const POST = submitHandler;

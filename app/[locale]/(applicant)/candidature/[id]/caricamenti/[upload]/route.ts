import {
  cancelUploadHandler,
  completeUploadHandler,
  continueUploadHandler,
  uploadOffsetHandler,
} from "@/lib/applications/handlers/uploads";

export const HEAD = uploadOffsetHandler;
export const PATCH = continueUploadHandler;
export const DELETE = cancelUploadHandler;
export const POST = completeUploadHandler;

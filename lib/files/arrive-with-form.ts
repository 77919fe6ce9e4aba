import { type Arrival, type Audience, arrivalOf } from "@/lib/auth/contexts";
import type { CountedAttempt } from "@/lib/auth/sessions";
import { isAppError } from "@/lib/kernel/errors";
import { rememberTyped } from "@/lib/platform/refusal-page";
import { receiveUpload } from "./receive-upload";

/**
 * Who sends a form with a file, known before any of it is held. Whose session has ended, or who
 * comes too often, gets the texts back with the answer: of the files not a byte is kept meanwhile.
 */
export async function arriveWithForm(
  audience: Extract<Audience, "person" | "staff">,
  request: Request,
  attempt?: CountedAttempt,
): Promise<Arrival> {
  try {
    return await arrivalOf(audience, request, attempt);
  } catch (error) {
    if (isAppError(error)) await handBack(request);
    throw error;
  }
}

/** What cannot be read either does not come back; why nothing was taken is the first reason. */
async function handBack(request: Request): Promise<void> {
  const read = receiveUpload(request, { keepFields: true, fieldsOnly: true });
  const upload = await read.catch(() => undefined);
  if (upload) rememberTyped(request, upload.fields);
}

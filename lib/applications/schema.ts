import { z } from "zod";
import { APPLICATION_TRACKS } from "./core/tracks";

const id = z.uuid("not_found");

/** Form fields are texts; a box that is not ticked is not sent. */
const ticked = z.literal(["on", "true"], "required");

export const startSchema = z.object({
  callId: id,
  track: z.enum(APPLICATION_TRACKS, "choose_track"),
});

export const privacySchema = z.object({ applicationId: id, acknowledged: ticked });

export const withdrawSchema = z.object({ applicationId: id, sure: ticked });

export const removeFileSchema = z.object({ applicationId: id, attachmentId: id });

/** `key` makes a retry harmless; `content` names what the summary showed when it was confirmed. */
export const submitSchema = z.object({
  key: z.string().regex(/^[\w-]{16,64}$/, "not_found"),
  content: z.string().regex(/^[0-9a-f]{64}$/, "not_found"),
});

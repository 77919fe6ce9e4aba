import { z } from "zod";
import { LEGAL_NATURES } from "@/lib/people/core/legal-nature";
import { REOPENING_SCOPES } from "../core/act-kinds";
import { DOCUMENTS_OF } from "../core/writable-documents";
import { refineTexts, texts } from "../schema";
import { clock, day, several } from "./form-values";

const needed = (longest: number) => z.string().trim().min(1, "required").max(longest, "too_long");
const act = {
  callId: z.uuid(),
  /** Revision of the call that was read, and of the act that others may be writing. */
  callRevision: z.coerce.number().int(),
  revision: z.coerce.number().int().default(0),
  actNumber: needed(100),
  actDate: day.min(1, "required"),
  reason: needed(2_000).transform((text) => text.replace(/\r\n?/g, "\n")),
};

/** An hour of "" is the end of the day. */
const newEnd = { closesOn: day.min(1, "required"), closesAtTime: clock.default("") };

/** For whom; the part of them is named by kinds of organisations and by places. */
const reopened = {
  scope: z.enum(REOPENING_SCOPES),
  natures: several.pipe(z.array(z.enum(LEGAL_NATURES))),
  towns: several.pipe(z.array(z.string().max(60)).max(300, "too_many")),
  seats: texts.places,
};

/** An act as staff write it, by its kind; times of day are checked by the command. */
export const actSchema = z.discriminatedUnion("kind", [
  z.object({ ...act, kind: z.literal("rectification"), ...texts }).superRefine(refineTexts),
  z.object({ ...act, kind: z.literal("extension"), ...newEnd }),
  z.object({ ...act, kind: z.literal("reopening"), ...newEnd, ...reopened }),
  z.object({ ...act, kind: z.literal("suspension"), until: day.min(1, "required") }),
  z.object({ ...act, kind: z.enum(["resumption", "revocation"]) }),
]);
export type ActInput = z.output<typeof actSchema>;

export const publishActSchema = z.object({
  callId: z.uuid(),
  revision: z.coerce.number().int(),
  /** Names the form of a rectification as it was looked at. */
  form: z.string().max(64).default(""),
  /** Names its documents in the same way. */
  documents: z.string().max(64).default(""),
});

export const removedDocumentSchema = z.object({
  callId: z.uuid(),
  of: z.enum(DOCUMENTS_OF),
  id: z.uuid(),
  fileHash: z.string().max(64),
});

export const ofCallSchema = z.object({ callId: z.uuid() });

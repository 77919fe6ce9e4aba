import { allowed, refused, type Verdict } from "@/lib/kernel/verdict";

/** Sizes in bytes of the pieces in which an upload is stored while it comes. */
export const pieces = {
  /** So much of an upload is held in memory at once, and lost at most when a process dies. */
  most: 512 * 1024,
  /** What is smaller and not the end is not worth a piece of its own: it is sent again. */
  least: 16 * 1024,
} as const;

/** How long an upload may take, from its beginning; after that it is cleared. */
export const UPLOAD_HOURS = 24;

/** Bytes: how many it will be, and how many are on stable storage. */
export type UploadProgress = { size: number; received: number };

export type PieceRefusal = "upload_offset" | "upload_piece_too_small" | "file_too_large";

/**
 * Whether what a request brings goes on where the upload stands: nothing is ever written twice or
 * left out. `length` is what the request announces, if it does.
 */
export function mayContinue(
  { size, received }: UploadProgress,
  request: { offset: number; length: number | undefined },
): Verdict<PieceRefusal> {
  if (request.offset !== received) return refused("upload_offset");
  return received + (request.length ?? 0) > size ? refused("file_too_large") : allowed;
}

/** Whether a piece that has come is stored. */
export function mayKeepPiece(
  { size, received }: UploadProgress,
  bytes: number,
): Verdict<PieceRefusal> {
  const end = received + bytes;
  if (end > size) return refused("file_too_large");
  return bytes >= pieces.least || end === size ? allowed : refused("upload_piece_too_small");
}

/** Whole percents, never 100 before all is there. */
export function percentOf({ size, received }: UploadProgress): number {
  if (received >= size) return 100;
  return Math.floor((received / size) * 100);
}

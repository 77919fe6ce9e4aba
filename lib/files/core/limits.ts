const MEGABYTE = 1024 * 1024;

/** Limits of what an application may carry; sizes in bytes. */
export const fileLimits = {
  fileBytes: 10 * MEGABYTE,
  files: 10,
  applicationBytes: 40 * MEGABYTE,
  nameLength: 150,
} as const;

/** Why a file is not taken; each has its sentence in the catalogue. */
const FILE_REFUSALS = [
  "file_missing",
  "file_empty",
  "file_too_large",
  "file_name_hostile",
  "file_type_not_allowed",
  "file_type_mismatch",
  "file_altered",
  "file_damaged",
  "file_encrypted",
  "file_active_content",
  "file_polyglot",
  "file_bomb",
  "too_many_files",
  "file_infected",
  "application_too_large",
  "storage_full",
] as const;

export type FileRefusal = (typeof FILE_REFUSALS)[number];

/** Whether a reason speaks of the file itself, or of the room there is for it. */
export const isFileRefusal = (reason: string): reason is FileRefusal =>
  FILE_REFUSALS.some((one) => one === reason);

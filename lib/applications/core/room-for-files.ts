import { type FileRefusal, fileLimits } from "@/lib/files/core/limits";
import { allowed, refused, type Verdict } from "@/lib/kernel/verdict";

type Attached = { fieldId: string; size: number };

/** Whether a question takes one more file of `size` bytes; 0 where that is not known yet. */
export function mayAddFile(
  field: { id: string; maxFiles?: number | undefined },
  attached: readonly Attached[],
  size: number,
): Verdict<FileRefusal> {
  const inField = attached.filter((file) => file.fieldId === field.id).length;
  if (inField >= (field.maxFiles ?? 1) || attached.length >= fileLimits.files) {
    return refused("too_many_files");
  }
  const total = attached.reduce((sum, file) => sum + file.size, size);
  return total > fileLimits.applicationBytes ? refused("application_too_large") : allowed;
}

import { attachment } from "@/db/schema/applications";
import { recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import { fieldsOf } from "@/lib/calls/core/form-definition";
import type { Ctx } from "@/lib/context";
import { type FileRefusal, fileLimits } from "@/lib/files/core/limits";
import { type ArrivedFile, type InspectedFile, inspectFile } from "@/lib/files/inspect-file";
import { type ScanResult, scanFile } from "@/lib/files/scan-file";
import { storeContent, writeFileObject } from "@/lib/files/store-file";
import { NotFound, Refused, Unauthenticated } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { mayEdit } from "../core/rules";
import { applicationPolicy } from "../policy";
import {
  applicationForCommand,
  type LoadedApplication,
  type StoredAttachment,
} from "../queries/application-for-command";

export type AttachInput = { applicationId: string; fieldId: string; file: ArrivedFile };

/**
 * Checks, scans and keeps one file of a draft. The content reaches stable storage before its rows
 * do, so that no row speaks of a file that is not there.
 */
export async function attachFile(ctx: Ctx, input: AttachInput): Promise<StoredAttachment> {
  mayAttach(ctx, await applicationForCommand(ctx, input.applicationId), input, 0);
  const file = await inspectFile(input.file);
  const state = await scanFile(file.bytes);
  if (state === "infected") throw new Refused("file_infected");
  await storeContent(ctx, file, "attachment");
  return inTransaction(ctx, async (tx) => {
    const found = await applicationForCommand(tx, input.applicationId, { lock: true });
    mayAttach(tx, found, input, file.bytes.length);
    const again = found.attachments.find(
      (one) => one.fieldId === input.fieldId && one.sha256 === file.sha256,
    );
    return again ?? write(tx, found, input.fieldId, file, state);
  });
}

function mayAttach(ctx: Ctx, found: LoadedApplication, input: AttachInput, size: number): void {
  applicationPolicy.authorize(ctx.actor, "application.edit", found.application);
  const verdict = mayEdit(found.application, found.facts, found.timing);
  if (!verdict.ok) throw new Refused(verdict.reason);
  const field = fieldsOf(found.definition).find((one) => one.id === input.fieldId);
  if (field?.type !== "file") throw new NotFound();
  const inField = found.attachments.filter((one) => one.fieldId === input.fieldId);
  const total = found.attachments.reduce((sum, one) => sum + one.size, size);
  if (inField.length >= (field.maxFiles ?? 1) || found.attachments.length >= fileLimits.files) {
    refuse("too_many_files");
  }
  if (total > fileLimits.applicationBytes) refuse("application_too_large");
}

async function write(
  tx: Ctx,
  found: LoadedApplication,
  fieldId: string,
  file: InspectedFile,
  state: Exclude<ScanResult, "infected">,
): Promise<StoredAttachment> {
  const uploadedBy = personOf(tx.actor);
  if (!uploadedBy) throw new Unauthenticated();
  const id = tx.newId();
  await writeFileObject(tx, file, "attachment");
  await tx.db.insert(attachment).values({
    id,
    applicationId: found.application.id,
    fieldId,
    fileHash: file.sha256,
    name: file.name,
    state,
    uploadedBy,
    createdAt: tx.now,
  });
  await recordEvent(tx, {
    bodyId: found.application.bodyId,
    action: "application.attachFile",
    subjectType: "application",
    subjectId: found.application.id,
    facts: { attachment: id, sha256: file.sha256, size: file.bytes.length, state },
  });
  const { name, sha256, mediaType } = file;
  return { id, fieldId, name, size: file.bytes.length, sha256, mediaType, state };
}

function refuse(reason: FileRefusal): never {
  throw new Refused(reason);
}

import { eq, sql } from "drizzle-orm";
import { application, attachment } from "@/db/schema/applications";
import { formDefinition } from "@/db/schema/calls";
import { fileObject } from "@/db/schema/files";
import { fieldsOf } from "@/lib/calls/core/form-definition";
import type { Ctx } from "@/lib/context";
import { NotFound, Refused } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/kernel/ids";
import { type AttachmentState, isReady } from "../core/rules";
import { applicationPolicy } from "../policy";

export type OpenFile = { sha256: string; size: number; mediaType: string; name: string };

/** The file of an attachment, for who may see it and only once it is clean; else it does not exist. */
export async function attachmentToOpen(ctx: Ctx, id: string): Promise<OpenFile> {
  if (!isUuid(id)) throw new NotFound();
  const [row] = await ctx.db
    .select({
      application,
      definition: formDefinition.definition,
      fieldId: attachment.fieldId,
      state: attachment.state,
      waiting: sql<boolean>`${attachment.sinceSubmission} is null`,
      name: attachment.name,
      sha256: fileObject.sha256,
      size: fileObject.size,
      mediaType: fileObject.mediaType,
    })
    .from(attachment)
    .innerJoin(application, eq(application.id, attachment.applicationId))
    .innerJoin(formDefinition, eq(formDefinition.id, application.formDefinitionId))
    .innerJoin(fileObject, eq(fileObject.sha256, attachment.fileHash))
    .where(eq(attachment.id, id));
  if (!row) throw new NotFound();
  const field = fieldsOf(row.definition).find((one) => one.id === row.fieldId);
  const file = { ...row.application, field, waiting: row.waiting };
  if (!applicationPolicy.can(ctx.actor, "attachment.open", file)) throw new NotFound();
  if (!isReady(row.state as AttachmentState)) throw new Refused("attachment_not_ready");
  const { sha256, size, mediaType, name } = row;
  return { sha256, size, mediaType, name };
}

import { eq, inArray, sql } from "drizzle-orm";
import { application, applicationSection, attachment } from "@/db/schema/applications";
import type { Ctx } from "@/lib/context";
import { replacementDrafts } from "../queries/replacement-drafts";

/** How much of what else told of who applied went with the last answer. */
type ErasedTraces = { entries: number; messages: number; messageFiles: number };

/**
 * With the last answer goes what else tells of a person: the name and the codes they are known by,
 * what the desk wrote of them, messages with their files, and what a change that was begun and
 * never sent holds. To be called in the transaction of the erasure: elsewhere, and where answers are left in
 * another of its submissions, the database leaves all as it is and this says undefined.
 */
export async function eraseTraces(
  tx: Ctx,
  applicationId: string,
): Promise<ErasedTraces | undefined> {
  const { rows } = await tx.db.execute<ErasedTraces>(
    sql`select entries, messages, files as "messageFiles" from erase_traces(${applicationId})`,
  );
  const [erased] = rows;
  if (!erased) return undefined;
  await tx.db
    .update(application)
    .set({
      applicantName: sql`coalesce(${application.code}, '')`,
      applicantCode: null,
      // Names a body by figures, a person by their account; who applied as a professional, by their code.
      applicantKey: sql`case when ${application.applicantKey} ~ '^body:[A-Z0-9]{16}$'
        then 'application:' || ${application.id} else ${application.applicantKey} end`,
    })
    .where(eq(application.id, applicationId));
  const drafts = replacementDrafts(tx, applicationId);
  await tx.db.delete(applicationSection).where(inArray(applicationSection.applicationId, drafts));
  await tx.db.delete(attachment).where(inArray(attachment.applicationId, drafts));
  await tx.db.update(application).set({ applicantName: "" }).where(inArray(application.id, drafts));
  return erased;
}

import { application, applicationSection } from "@/db/schema/applications";
import type { FormDefinition } from "@/lib/calls/core/form-definition";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { type Profile, prefilled } from "../core/prefill";
import type { ApplicationTrack } from "../core/tracks";

type Opened = {
  call: { id: string; bodyId: string; formDefinitionId: string | null };
  definition: FormDefinition;
};

type NewDraft = {
  personId: string;
  track: ApplicationTrack;
  organisationId?: string | undefined;
  /** Who fills in what is known. */
  writtenBy: string;
  profile: Profile;
  /** What the desk knows of how it came; left out: by the applicant, here. */
  desk?: {
    channel: string;
    arrivedAt: string | null;
    privacyAcknowledgedAt: Date;
    privacyNoticeVersion: string;
  };
};

/**
 * Writes a new draft with what is known filled in. Undefined where one is there already: somebody
 * else's click came first.
 */
export async function openDraft(
  tx: Ctx,
  { call, definition }: Opened,
  { personId, track, organisationId, writtenBy, profile, desk }: NewDraft,
): Promise<string | undefined> {
  const { formDefinitionId } = call;
  if (!formDefinitionId) throw new NotFound();
  const [row] = await tx.db
    .insert(application)
    .values({
      ...{ id: tx.newId(), callId: call.id, bodyId: call.bodyId, personId, track },
      ...{ formDefinitionId, createdAt: tx.now, updatedAt: tx.now, ...desk },
      organisationId: organisationId ?? null,
    })
    .onConflictDoNothing()
    .returning({ id: application.id });
  if (!row) return undefined;
  const known = Object.entries(prefilled(definition, track, profile));
  if (known.length > 0) {
    await tx.db.insert(applicationSection).values(
      known.map(([sectionId, answers]) => ({
        ...{ applicationId: row.id, sectionId, answers, revision: 1 },
        ...{ updatedAt: tx.now, updatedBy: writtenBy },
      })),
    );
  }
  return row.id;
}

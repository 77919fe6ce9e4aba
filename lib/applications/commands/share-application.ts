import { eq } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { inTransaction, violatedConstraint } from "@/lib/transaction";
import { applicantOf } from "../core/applicant";
import { mayEdit } from "../core/rules";
import { applicationPolicy } from "../policy";
import { applicationForCommand } from "../queries/application-for-command";
import { assessApplication } from "../queries/assess-application";
import { municipalityCodes } from "../queries/municipality-codes";
import { joinOrganisation } from "./join-organisation";

/**
 * Ties a draft to the organisation that its answers name, so that others can be invited to it. The
 * author represents it. Throws Refused("name_first" | "draft_exists" | EditReason).
 */
export async function shareApplication(
  ctx: Ctx,
  { applicationId }: { applicationId: string },
): Promise<{ organisationId: string }> {
  const municipalities = await municipalityCodes(ctx);
  return inTransaction(ctx, async (tx) => {
    const found = await applicationForCommand(tx, applicationId, { lock: true });
    applicationPolicy.authorize(tx.actor, "application.submit", found.application);
    const { organisationId, personId, track, bodyId } = found.application;
    if (organisationId) return { organisationId };
    const verdict = mayEdit(found.application, found.facts, found.timing);
    if (!verdict.ok) throw new Refused(verdict.reason);
    const { fields, flat } = assessApplication(found, municipalities);
    const applicant = applicantOf(track ?? "citizen", fields, flat, "");
    if (applicant.kind === "person" || !applicant.name) throw new Refused("name_first");
    const made = await joinOrganisation(tx, { ...applicant, personId, known: null });
    await tx.db
      .update(application)
      .set({ organisationId: made, updatedAt: tx.now })
      .where(eq(application.id, applicationId))
      .catch((error: unknown) => {
        const other = violatedConstraint(error) === "application_one_draft_per_organisation";
        throw other ? new Refused("draft_exists") : error;
      });
    await recordEvent(tx, {
      bodyId,
      action: "application.share",
      subjectType: "application",
      subjectId: applicationId,
      facts: { organisation: made },
    });
    return { organisationId: made };
  });
}

import { asc, eq } from "drizzle-orm";
import { application, submission } from "@/db/schema/applications";
import { recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { zipOf } from "@/lib/files/zip";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { Unauthenticated } from "@/lib/kernel/errors";
import { limits, rateLimit } from "@/lib/platform/rate-limit";
import { ownData } from "../queries/own-data";

/**
 * A copy of all that is kept about who asks (art. 15 and 20 GDPR), as a ZIP: the data as JSON, and
 * of every application the very bytes that are stored; where somebody else sent it, without their
 * name and mailbox. Throws RateLimited.
 */
export async function exportOwnData(ctx: Ctx, given: { readme: string }): Promise<Uint8Array> {
  const personId = personOf(ctx.actor);
  if (!personId) throw new Unauthenticated();
  await rateLimit(ctx, `export:${personId}`, limits.ownData);
  const [data, sent] = await Promise.all([
    ownData(ctx, personId),
    ctx.db
      .select({
        ...{ code: application.code, snapshot: submission.snapshot },
        by: submission.submittedBy,
      })
      .from(submission)
      .innerJoin(application, eq(application.id, submission.applicationId))
      .where(eq(application.personId, personId))
      .orderBy(asc(submission.receivedAt)),
  ]);
  await recordEvent(ctx, {
    bodyId: undefined,
    action: "person.exportData",
    subjectType: "person",
    subjectId: personId,
    facts: { applications: sent.length },
  });
  return zipOf([
    { name: "leggimi.txt", content: given.readme },
    { name: "dati.json", content: `${JSON.stringify(data, null, 2)}\n` },
    ...sent.map(({ code, snapshot, by }) => ({
      name: `candidature/${code}.json`,
      content: by === personId ? snapshot : withoutSender(snapshot),
    })),
  ]);
}

/** What a colleague sent before who asks took it over, without what it tells of the colleague. */
function withoutSender(snapshot: string): string {
  const sent = JSON.parse(snapshot) as { submittedBy: Record<string, unknown> };
  return canonicalJson({ ...sent, submittedBy: { ...sent.submittedBy, name: "", email: "" } });
}

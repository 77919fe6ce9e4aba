import { and, eq, inArray, isNotNull, or, type SQL } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import type { Actor } from "@/lib/auth/actor";

/** Applications that a person answers for or works on: the SQL of the policy's `worksOnIt`. */
export function workedOnBy(actor: Actor, personId: string): SQL | undefined {
  const organisationIds = actor.kind === "person" ? actor.organisationIds : [];
  return and(
    or(
      eq(application.personId, personId),
      organisationIds.length > 0
        ? inArray(application.organisationId, [...organisationIds])
        : undefined,
    ),
    // What the desk began and has not sent is the desk's alone.
    or(isNotNull(application.submittedAt), eq(application.channel, "web")),
  );
}

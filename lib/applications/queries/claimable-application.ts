import { and, desc, eq, isNull, ne } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { call } from "@/db/schema/calls";
import { deskEntry } from "@/db/schema/desk";
import { person } from "@/db/schema/people";
import { body } from "@/db/schema/territory";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { isUuid } from "@/lib/kernel/ids";
import { applicationPolicy } from "../policy";

/** What the desk entered for somebody who now signs in with the mailbox that was given there. */
export type Claimable = {
  applicantName: string;
  callTitle: string;
  bodyName: string;
  code: string;
  /** The person that the desk made for it. */
  madeFor: string;
};

/**
 * The application that a person may take as its own: sent by the desk, though not by this person,
 * taken by nobody yet, and with the very mailbox that this person has proved as the last one given
 * for it. Nothing
 * for everybody else, whether it exists or not.
 */
export async function claimableApplication(ctx: Ctx, id: string): Promise<Claimable | undefined> {
  const personId = personOf(ctx.actor);
  if (!personId || !isUuid(id)) return undefined;
  const [row] = await ctx.db
    .select({
      applicantName: application.applicantName,
      callTitle: call.title,
      bodyName: body.name,
      code: application.code,
      madeFor: application.personId,
    })
    .from(application)
    .innerJoin(call, eq(call.id, application.callId))
    .innerJoin(body, eq(body.id, application.bodyId))
    // Who has a mailbox of its own has an account: it was taken already.
    .innerJoin(person, and(eq(person.id, application.personId), isNull(person.email)))
    .where(
      and(eq(application.id, id), ne(application.channel, "web"), ne(application.state, "draft")),
    );
  if (!row) return undefined;
  const [entered, [own]] = await Promise.all([
    ctx.db
      .select({ email: deskEntry.email, enteredBy: deskEntry.enteredBy })
      .from(deskEntry)
      .where(eq(deskEntry.applicationId, id))
      .orderBy(desc(deskEntry.enteredAt), desc(deskEntry.id)),
    ctx.db
      .select({ email: person.email, provedAt: person.emailVerifiedAt })
      .from(person)
      .where(eq(person.id, personId)),
  ]);
  const given = entered.find(({ email }) => email !== null);
  const proved = Boolean(own?.provedAt) && own?.email === given?.email;
  const subject = { proved, enteredBy: entered.map(({ enteredBy }) => enteredBy) };
  return applicationPolicy.can(ctx.actor, "application.claim", subject)
    ? { ...row, code: row.code ?? "" }
    : undefined;
}

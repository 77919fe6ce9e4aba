import { and, asc, eq, ne } from "drizzle-orm";
import { person } from "@/db/schema/people";
import { convocation, participant } from "@/db/schema/workshops";
import type { Ctx } from "@/lib/context";

/** Somebody who is told when a meeting changes. `delegate` is who comes instead, if anybody. */
export type Listener = {
  participantId: string;
  name: string;
  email: string;
  locale: string;
  delegate: { name: string; email: string } | null;
};

/** Everybody who was convened to a meeting and has not said that they stay away. */
export async function meetingAudience(ctx: Ctx, meetingId: string): Promise<Listener[]> {
  const rows = await ctx.db
    .select({
      participantId: participant.id,
      name: participant.name,
      email: participant.email,
      locale: person.locale,
      delegateName: convocation.delegateName,
      delegateEmail: convocation.delegateEmail,
    })
    .from(convocation)
    .innerJoin(participant, eq(participant.id, convocation.participantId))
    .leftJoin(person, eq(person.id, participant.personId))
    .where(and(eq(convocation.meetingId, meetingId), ne(convocation.answer, "absent")))
    .orderBy(asc(participant.name), asc(participant.id));
  return rows.map(({ delegateName, delegateEmail, locale, ...one }) => ({
    ...one,
    locale: locale ?? "it",
    delegate: delegateEmail ? { name: delegateName ?? "", email: delegateEmail } : null,
  }));
}

/** How a notice reaches its audience: mails that leave, and people to telephone. */
export function reachOf(audience: readonly Listener[]): { mails: number; toPhone: string[] } {
  const reached = audience.filter((one) => one.email);
  const delegates = audience.filter((one) => one.delegate?.email);
  return {
    mails: reached.length + delegates.length,
    toPhone: audience.filter((one) => !one.email).map((one) => one.name),
  };
}

import { desc, eq } from "drizzle-orm";
import { deskEntry } from "@/db/schema/desk";
import type { Ctx } from "@/lib/context";
import { type AssistedChannel, type DeskIdentity, deskIdentity } from "../core/channels";

/** What the receipt says of an application that the desk entered, and where its mail goes. */
export type DeskFacts = {
  identity: DeskIdentity;
  reference: string;
  lateReason: string;
  /** The mailbox that the applicant gave, not proved; null: none. */
  email: string | null;
  /** How the applicant answers the office by way of the desk, as it was written down last. */
  answering: { channel: AssistedChannel; identity: DeskIdentity; enteredAt: string } | null;
};

/** The entry an application began with, and the last mailbox that was given for it. */
export async function deskFacts(ctx: Ctx, applicationId: string): Promise<DeskFacts | undefined> {
  const rows = await ctx.db
    .select()
    .from(deskEntry)
    .where(eq(deskEntry.applicationId, applicationId))
    .orderBy(desc(deskEntry.enteredAt), desc(deskEntry.id));
  const first = rows.find(({ purpose }) => purpose === "application");
  if (!first) return undefined;
  const answer = rows.find(({ purpose }) => purpose === "integration");
  return {
    identity: deskIdentity(first.channel, first.identity),
    reference: first.reference,
    lateReason:
      first.lateReason || (rows.find(({ purpose }) => purpose === "reason")?.lateReason ?? ""),
    answering: answer
      ? {
          channel: answer.channel as AssistedChannel,
          identity: deskIdentity(answer.channel, answer.identity),
          enteredAt: answer.enteredAt,
        }
      : null,
    email: rows.find(({ email }) => email !== null)?.email ?? null,
  };
}

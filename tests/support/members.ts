import { and, eq, isNull } from "drizzle-orm";
import { message } from "@/db/schema/mail";
import { membership } from "@/db/schema/people";
import { saveSections } from "@/lib/applications/commands/save-sections";
import { shareApplication } from "@/lib/applications/commands/share-application";
import { startApplication } from "@/lib/applications/commands/start-application";
import type { Ctx } from "@/lib/context";
import { acceptMembership } from "@/lib/people/commands/accept-membership";
import { inviteMember } from "@/lib/people/commands/invite-member";
import { type Applicant, openCall, somebody } from "./applications";

/** A person as their session of now makes them, with the organisations they work for. */
export async function asMember({ ctx, personId }: Applicant): Promise<Ctx> {
  if (ctx.actor.kind !== "person") return ctx;
  const rows = await ctx.db
    .select({ id: membership.organisationId })
    .from(membership)
    .where(and(eq(membership.personId, personId), isNull(membership.endedAt)));
  return { ...ctx, actor: { ...ctx.actor, organisationIds: rows.map(({ id }) => id) } };
}

/** A draft of an organisation that its author has made known. */
export async function sharedDraft(db: Ctx["db"], code: string) {
  const author = await somebody(db, "Lucia");
  const { callId } = await openCall(author.ctx);
  const { applicationId } = await startApplication(author.ctx, { callId, track: "organisation" });
  await saveSections(author.ctx, {
    ...{ applicationId, revisions: {}, shown: ["legalNature", "name", "code"] },
    entries: Object.entries({ legalNature: "aps", name: "Rete Passaparola APS", code }),
  });
  const { organisationId } = await shareApplication(author.ctx, { applicationId });
  return { author, callId, applicationId, organisationId };
}

/** Invites a mailbox and gives back the key of the letter. */
export async function invited(ctx: Ctx, organisationId: string, email: string): Promise<string> {
  await inviteMember(ctx, { organisationId, email });
  const rows = await ctx.db
    .select({ view: message.view, recipient: message.recipient })
    .from(message)
    .where(and(eq(message.subjectId, organisationId), eq(message.recipient, email)));
  return new URL(String(rows.at(-1)?.view.url)).searchParams.get("chiave") ?? "";
}

/** Somebody who was invited and came. */
export async function colleague(ctx: Ctx, organisationId: string, name = "Marta") {
  const applicant = await somebody(ctx.db, name);
  const token = await invited(ctx, organisationId, `${applicant.personId}@example.it`);
  await acceptMembership(applicant.ctx, { token });
  return { ...applicant, ctx: await asMember(applicant) };
}

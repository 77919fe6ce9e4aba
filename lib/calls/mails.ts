import { eq, inArray } from "drizzle-orm";
import type { callAct } from "@/db/schema/acts";
import { call } from "@/db/schema/calls";
import { person } from "@/db/schema/people";
import type { CallActMailView } from "@/emails/call-act";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { enqueueMessage } from "@/lib/mail/enqueue-message";
import type { MessageToMany, OneOfMany } from "@/lib/mail/enqueue-messages";
import { routes } from "@/lib/routes";
import type { ActRecipient } from "./commands/announce-act";
import type { ActKind } from "./core/act-kinds";
import type { DefinitionChanges } from "./core/compare-definitions";
import { dateOfExact } from "./core/deadline";
import { formNews } from "./core/form-news";

type ActRow = typeof callAct.$inferSelect;
type CallRow = typeof call.$inferSelect;

/** What all who are told of an act are told alike, with the values that the act itself keeps. */
export function actLetter(
  act: ActRow,
  of: CallRow,
  form: DefinitionChanges | undefined,
): MessageToMany<"callAct"> {
  const { before, after } = act;
  return {
    bodyId: of.bodyId,
    kind: "callAct",
    subjectType: "callAct",
    subjectId: act.id,
    view: {
      kind: act.kind as ActKind,
      callTitle: of.title,
      number: act.number,
      actDate: act.actDate,
      reason: act.reason,
      publishedAt: dateOfExact(act.publishedAt).toISOString(),
      closesAt: after.closesAt ?? null,
      precise: after.closesAtTime !== "",
      closedAt: before.closesAt ?? null,
      closedPrecise: before.closesAtTime !== "",
      until: after.until ?? null,
      scope: after.scope ?? null,
      only: after.only ? { reopenedFor: null, reopenedWithin: JSON.parse(after.only) } : null,
      fields: act.kind === "rectification" ? Object.keys(after) : [],
      form: form ? formNews(form) : null,
      callUrl: env().APP_ORIGIN + routes.call(of.slug),
      actUrl: env().APP_ORIGIN + routes.callVersions(of.slug, act.version),
    },
  };
}

/** The part of one of them. One message per act and mailbox, however they are concerned. */
export function ownPartOf(actId: string, to: ActRecipient): OneOfMany<"callAct"> {
  const address = (path: string | null) => (path === null ? null : env().APP_ORIGIN + path);
  return {
    key: `act:${actId}:${to.email.toLowerCase()}`,
    recipient: to.email,
    recipientName: to.name,
    locale: to.locale,
    view: {
      standing: to.standing,
      ownUrl: address(to.path),
      leaveUrl: address(to.leavePath),
    } satisfies Partial<CallActMailView>,
  };
}

export type AnsweredQuestion = {
  id: string;
  callId: string;
  bodyId: string;
  askerId: string;
  /** As the readers are shown it. */
  question: string;
  answer: string;
};

/** The answer for these readers: once each, whatever is repeated; who asked is told so. */
export async function enqueueClarification(
  tx: Ctx,
  answered: AnsweredQuestion,
  readerIds: readonly string[],
): Promise<void> {
  if (readerIds.length === 0) return;
  const [about] = await tx.db
    .select({ title: call.title, slug: call.slug })
    .from(call)
    .where(eq(call.id, answered.callId));
  if (!about) throw new Error(`a clarification of no call: ${answered.id}`);
  const readers = await tx.db
    .select()
    .from(person)
    .where(inArray(person.id, [...readerIds]));
  for (const { id, email, givenName, familyName, locale } of readers) {
    if (!email) continue;
    await enqueueMessage(tx, {
      bodyId: answered.bodyId,
      kind: "clarification",
      key: `clarification:${answered.id}:${id}`,
      recipient: email,
      recipientName: `${givenName} ${familyName}`.trim(),
      locale,
      view: {
        callTitle: about.title,
        question: answered.question,
        answer: answered.answer,
        yours: id === answered.askerId,
        callUrl: `${env().APP_ORIGIN}${routes.call(about.slug)}#chiarimenti`,
      },
      subjectType: "clarification",
      subjectId: answered.id,
    });
  }
}

import { and, eq } from "drizzle-orm";
import { call } from "@/db/schema/calls";
import { issuedDocument } from "@/db/schema/register";
import { body, zone } from "@/db/schema/territory";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { NotFound } from "@/lib/kernel/errors";
import { issueDocument, newVerificationCode } from "@/lib/register/issue-document";
import { routes } from "@/lib/routes";
import { databaseClock, inTransaction } from "@/lib/transaction";
import { deadlineOf, isPublic } from "../core/call-status";
import { deadlineSentence } from "../core/deadline";
import type { CallNoticeView } from "../core/notice-view";
import { shortCode } from "../core/short-code";
import { lockedCall } from "../queries/locked-call";

/**
 * Issues the printed notice of a call's version, unless it is issued already: whoever asks first
 * for a version has it made, and the one of the version before is replaced. Throws NotFound for
 * what is not public.
 */
export async function issueNotice(ctx: Ctx, { callId }: { callId: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const found = await lockedCall(tx, callId);
    if (!isPublic(found, tx.now)) throw new NotFound();
    const [valid] = await tx.db
      .select({ view: issuedDocument.view })
      .from(issuedDocument)
      .where(
        and(
          eq(issuedDocument.kind, "callNotice"),
          eq(issuedDocument.subjectId, callId),
          eq(issuedDocument.state, "valid"),
        ),
      );
    if ((valid?.view as CallNoticeView | undefined)?.call.version === found.version) return;
    const issuedAt = await databaseClock(tx);
    const code = newVerificationCode(tx);
    const view = await viewOf(tx, found, { issuedAt, code });
    await issueDocument(tx, {
      ...{ id: tx.newId(), code, bodyId: found.bodyId, kind: "callNotice", subjectType: "call" },
      ...{ subjectId: callId, holderId: null, dataDigest: null, issuedAt },
      view: { ...view },
    });
  });
}

async function viewOf(
  tx: Ctx,
  of: Awaited<ReturnType<typeof lockedCall>>,
  { issuedAt, code }: { issuedAt: string; code: string },
): Promise<CallNoticeView> {
  const [row] = await tx.db
    .select({ body, zone: zone.name })
    .from(call)
    .innerJoin(body, eq(body.id, call.bodyId))
    .leftJoin(zone, eq(zone.id, call.zoneId))
    .where(eq(call.id, of.id));
  if (!row || of.code === null) throw new NotFound();
  const { sheet, meetings, procedure, contacts, evaluation } = of.content;
  const origin = env().APP_ORIGIN;
  return {
    ...{ kind: "callNotice", locale: "it", sheet, meetings, issuedAt },
    body: {
      name: row.body.name,
      office: row.body.officeName,
      address: row.body.address ?? "",
      pec: row.body.pec ?? "",
      email: row.body.email ?? "",
      phone: row.body.phone ?? "",
    },
    call: {
      ...{ title: of.title, summary: of.summary, code: of.code, version: of.version },
      ...{ audiences: of.audiences, places: of.places, minimumAge: of.minimumAge },
      zone: row.zone ?? "",
      deadline: deadlineSentence(deadlineOf(of, tx.now), "it"),
      link: origin + routes.call(of.slug),
      short: origin + routes.shortCall(shortCode(row.body.code, of.code)),
    },
    procedure: {
      object: procedure.object,
      office: procedure.office,
      responsibleOfficer: procedure.responsibleOfficer,
      substituteHolder: procedure.substituteHolder,
      act: procedure.actDate ? { number: procedure.actNumber, date: procedure.actDate } : null,
      remedy: procedure.remedy,
    },
    ...(evaluation && { evaluation }),
    contacts: { phone: contacts.phone, email: contacts.email, hours: contacts.helpHours },
    verification: { code, link: origin + routes.verifyCode(code) },
  };
}

import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { registerNumber } from "@/lib/kernel/codes";
import { sha256 } from "@/lib/platform/digest";
import { issueDocument, newVerificationCode } from "@/lib/register/issue-document";
import { takeRegisterNumber } from "@/lib/register/take-number";
import { routes } from "@/lib/routes";
import { databaseClock, inTransaction } from "@/lib/transaction";
import type { DecisionLetterView } from "../core/decision-letter-view";
import { enqueueDecision } from "../mails";
import { type LetterDue, lettersDue } from "../queries/letters-due";

/** Letters written in one transaction: the register of the body is locked no longer than that. */
const BATCH = 25;

/**
 * Writes the letters of a published outcome, one for each decision, with its message. May be
 * killed and run again at any point: it goes on with the decisions that have no letter.
 */
export async function writeLetters(ctx: Ctx, input: { outcomeId: string }): Promise<void> {
  for (;;) {
    const written = await inTransaction(ctx, async (tx) => {
      const due = await lettersDue(tx, input.outcomeId, BATCH);
      const issuedAt = await databaseClock(tx);
      for (const letter of due) await writeLetter(tx, letter, issuedAt);
      return due.length;
    });
    if (written < BATCH) return;
  }
}

async function writeLetter(tx: Ctx, due: LetterDue, issuedAt: string): Promise<void> {
  const id = tx.newId();
  const code = newVerificationCode(tx);
  const number = await takeRegisterNumber(tx, {
    bodyId: due.body.id,
    kind: "decisionLetter",
    subjectType: "issuedDocument",
    subjectId: id,
    at: issuedAt,
  });
  const view = letterView(due, code, issuedAt, registerNumber(number.number, number.year));
  await issueDocument(tx, {
    id,
    code,
    bodyId: due.body.id,
    kind: "decisionLetter",
    subjectType: "decision",
    subjectId: due.decision.id,
    holderId: due.person.id,
    view,
    dataDigest: sha256(canonicalJson(view)),
    issuedAt,
  });
  await enqueueDecision(tx, due, view, id);
  await recordEvent(tx, {
    bodyId: due.body.id,
    action: "letter.write",
    subjectType: "decision",
    subjectId: due.decision.id,
    facts: { document: id },
  });
}

function letterView(
  due: LetterDue,
  code: string,
  issuedAt: string,
  number: string,
): DecisionLetterView {
  const { application, decision, outcome, call, body } = due;
  const { procedure, contacts } = call.content;
  const origin = env().APP_ORIGIN;
  const refused = decision.result !== "admitted" && decision.result !== "reserve";
  return {
    kind: "decisionLetter",
    locale: due.person.locale,
    body: {
      name: body.name,
      office: body.officeName,
      address: body.address ?? contacts.address,
      pec: body.pec ?? procedure.digitalDomicile,
      email: body.email ?? contacts.email,
      phone: body.phone ?? contacts.phone,
    },
    call: { title: call.title, code: call.code ?? "", link: origin + routes.call(call.slug) },
    application: { code: application.code ?? "", submittedAt: application.submittedAt ?? "" },
    applicant: { name: application.applicantName },
    result: decision.result as DecisionLetterView["result"],
    reasonCode: decision.reasonCode as DecisionLetterView["reasonCode"],
    reasons: refused ? decision.reasons : "",
    act: { number: outcome.actNumber, date: outcome.actDate },
    decidedAt: decision.decidedAt.toISOString(),
    registerNumber: number,
    responsibleOfficer: procedure.responsibleOfficer,
    remedy: refused ? procedure.remedy : "",
    issuedAt,
    verification: { code, link: origin + routes.verifyCode(code) },
  };
}

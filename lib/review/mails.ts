import { pageFor } from "@/lib/applications/mails";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { romeDate } from "@/lib/kernel/rome-time";
import { enqueueMessage } from "@/lib/mail/enqueue-message";
import { routes } from "@/lib/routes";
import type { DecisionLetterView } from "./core/decision-letter-view";
import type { LetterDue } from "./queries/letters-due";

/** Tells the applicant that the outcome is there: one live letter for each decision. */
export async function enqueueDecision(
  tx: Ctx,
  due: LetterDue,
  letter: DecisionLetterView,
  documentId: string,
): Promise<void> {
  const recipient = due.person.email ?? due.deskMailbox;
  const reader = { claims: due.person.email === null };
  if (!recipient) return;
  await enqueueMessage(tx, {
    bodyId: due.body.id,
    kind: "decision",
    key: `decision:${due.decision.id}`,
    recipient,
    recipientName: `${due.person.givenName} ${due.person.familyName}`.trim(),
    locale: due.person.locale,
    view: {
      applicantName: letter.applicant.name,
      callTitle: letter.call.title,
      applicationCode: letter.application.code,
      outcome: letter.result,
      reservePosition: null,
      // A mailbox that nobody has proved is told that there is a letter, not what it argues.
      reasons: letter.reasons && !reader.claims ? [letter.reasons] : [],
      registerNumber: letter.registerNumber,
      decidedOn: romeDate(due.decision.decidedAt),
      letterUrl:
        env().APP_ORIGIN + pageFor(reader, due.application.id, routes.document(documentId)),
      nextSteps: [],
      remedy: letter.remedy || null,
    },
    subjectType: "decision",
    subjectId: due.decision.id,
  });
}

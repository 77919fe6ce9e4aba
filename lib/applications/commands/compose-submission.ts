import type { DeclarationField } from "@/lib/calls/core/form-definition";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { newVerificationCode } from "@/lib/register/issue-document";
import { routes } from "@/lib/routes";
import type { Assessment } from "../core/assess-answers";
import { buildReceipt } from "../core/build-receipt";
import type { ReceiptView } from "../core/receipt-view";
import type { ApplicationTrack } from "../core/tracks";
import type { LoadedApplication } from "../queries/application-for-command";
import type { DeskFacts } from "../queries/desk-facts";

/** What was decided before anything is written. */
export type Decided = {
  key: string;
  content: string;
  /** The moment that counts: of the request, or of the paper that the desk typed it from. */
  receivedAt: string;
  /** When the request came. */
  enteredAt: string;
  track: ApplicationTrack;
  assessment: Assessment;
  /** Register number of the application in whose place this one is sent. */
  replaces: string | null;
};

/** Who the applicant is, by its key across people. */
export type Identity = {
  key: string;
  /** Fiscal code of a citizen who gave one. */
  code: string | null;
  organisationId: string | null;
  name: string;
};

/** What the snapshot of this submission is made of. */
export function snapshotSources(
  tx: Ctx,
  found: LoadedApplication,
  decided: Decided,
  identity: Identity,
  code: string,
  number: string,
) {
  const { application: row, call, body, person } = found;
  return {
    application: { id: row.id, code, submission: 1, registerNumber: number },
    call: {
      id: call.id,
      code: call.code ?? "",
      version: call.version,
      title: call.title,
      formDefinitionId: row.formDefinitionId,
    },
    body: { id: body.id, name: body.name },
    applicant: { key: identity.key, name: identity.name, track: decided.track },
    submittedBy: { personId: person.id, name: nameOf(person), email: person.email ?? "" },
    answers: decided.assessment.answers,
    files: found.attachments,
    declarations: declarationsMade(decided.assessment).map((field) => ({
      id: field.id,
      textVersion: field.textVersion,
    })),
    privacyNoticeVersion: row.privacyNoticeVersion ?? "",
    channel: row.channel,
    identityLevel: identityLevelOf(tx, found),
    receivedAt: decided.receivedAt,
    content: decided.content,
    ...(found.desk && { assisted: assistedBy(found, found.desk, decided) }),
  };
}

/** The receipt of this submission, with a fresh verification code. */
export function receiptFor(
  tx: Ctx,
  found: LoadedApplication,
  decided: Decided,
  given: { code: string; number: string; digest: string; name: string },
): ReceiptView {
  const verification = newVerificationCode(tx);
  const origin = env().APP_ORIGIN;
  return buildReceipt({
    locale: found.person.locale,
    body: found.body,
    call: found.call,
    callLink: origin + routes.call(found.call.slug),
    receivedAt: decided.receivedAt,
    late: found.timing === "late" ? (found.call.closesAt?.toISOString() ?? null) : null,
    applicantName: given.name,
    track: decided.track,
    submittedBy: nameOf(found.person),
    application: {
      id: found.application.id,
      code: given.code,
      registerNumber: given.number,
      submission: 1,
      replaces: decided.replaces,
    },
    channel: found.application.channel,
    identityLevel: identityLevelOf(tx, found),
    ...(found.desk && { assisted: assistedBy(found, found.desk, decided) }),
    files: found.attachments.map(({ name, size, sha256: hash }) => ({ name, size, sha256: hash })),
    digest: given.digest,
    declarations: declarationsMade(decided.assessment).map(
      (field) => field.label[found.person.locale === "en" ? "en" : "it"],
    ),
    privacyNoticeVersion: found.application.privacyNoticeVersion ?? "",
    verification: { code: verification, link: origin + routes.verifyCode(verification) },
  });
}

function declarationsMade(assessment: Assessment) {
  return assessment.fields.filter(
    (field) => field.type === "declaration" && assessment.flat[field.id] === true,
  ) as DeclarationField[];
}

export function nameOf(person: {
  givenName: string;
  familyName: string;
  email: string | null;
}): string {
  return `${person.givenName} ${person.familyName}`.trim() || (person.email ?? "");
}

function identityLevelOf(tx: Ctx, { desk }: LoadedApplication): string {
  if (desk) return desk.identity;
  return tx.actor.kind === "person" ? tx.actor.identityLevel : "";
}

/** What an application that the desk entered says of how it came; of the desk, only its office. */
function assistedBy(
  { application, body }: LoadedApplication,
  { reference }: DeskFacts,
  { enteredAt, receivedAt }: Decided,
): NonNullable<ReceiptView["assisted"]> {
  const arrivedAt = application.arrivedAt === null ? null : receivedAt;
  return { enteredAt, arrivedAt, reference, office: body.officeName };
}

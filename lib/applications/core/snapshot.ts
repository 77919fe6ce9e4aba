import type { ReceiptView } from "./receipt-view";
import type { ApplicationTrack } from "./tracks";

type Section = { answers: Record<string, unknown>; revision: number };
type File = { id: string; fieldId: string; name: string; size: number; sha256: string };

export type SnapshotSources = {
  application: { id: string; code: string; submission: number; registerNumber: string };
  call: { id: string; code: string; version: number; title: string; formDefinitionId: string };
  body: { id: string; name: string };
  applicant: { key: string; name: string; track: ApplicationTrack };
  submittedBy: { personId: string; name: string; email: string };
  /** Visible answers, by section and field. */
  answers: Record<string, Record<string, unknown>>;
  files: readonly File[];
  declarations: readonly { id: string; textVersion: string }[];
  privacyNoticeVersion: string;
  channel: string;
  identityLevel: string;
  receivedAt: string;
  /** What the summary showed when it was confirmed. */
  content: string;
  /** How it came, where the desk entered it. */
  assisted?: NonNullable<ReceiptView["assisted"]>;
};

/** The content of one submission; its canonical JSON is stored and never changes (invariant 7). */
export function snapshotOf(from: SnapshotSources) {
  return {
    format: "cantieri.application/1",
    ...from,
    declarations: [...from.declarations],
    files: listed(from.files),
  };
}

/**
 * What identifies the content somebody confirms: equal as long as no answer, file or notice has
 * changed since the summary was shown. To be written canonically and hashed.
 */
export function contentOf(from: {
  sections: Record<string, Section>;
  attachments: readonly File[];
  track: ApplicationTrack | null;
  privacyNoticeVersion: string | null;
  /** Of the texts: an extension in between asks nobody to confirm again. */
  callVersion: number;
}) {
  return {
    sections: Object.fromEntries(
      Object.entries(from.sections).map(([id, section]) => [id, section.revision]),
    ),
    files: from.attachments.map((file) => `${file.id}:${file.sha256}`),
    track: from.track,
    privacyNoticeVersion: from.privacyNoticeVersion,
    callVersion: from.callVersion,
  };
}

/** What one sending has stored. */
export type Snapshot = ReturnType<typeof snapshotOf>;

type IntegrationSources = {
  /** The request that is answered, and the digest of the sending that it was about. */
  integrates: { request: string; registerNumber: string; digest: string };
} & Pick<Snapshot, "submittedBy" | "channel" | "identityLevel" | "receivedAt" | "content"> & {
    registerNumber: string;
    name: string;
    key: string;
    answers: Record<string, Record<string, unknown>>;
    files: readonly File[];
    /** Made with the answer, beside those that were made before. */
    declarations: readonly { id: string; textVersion: string }[];
  };

/**
 * The content of an answer to the office: what was sent before with what was opened in it. It names
 * the digest of that, so that both together show what changed.
 */
export function integratedSnapshot(before: Snapshot, from: IntegrationSources) {
  const { registerNumber, name, key, declarations, files, ...rest } = from;
  // How the first one came says nothing of the answer.
  const { application, applicant, assisted: _, ...sent } = before;
  return {
    ...sent,
    ...rest,
    application: { ...application, submission: application.submission + 1, registerNumber },
    applicant: { ...applicant, name, key },
    files: listed(files),
    declarations: [
      ...sent.declarations,
      ...declarations.filter((one) => !sent.declarations.some(({ id }) => id === one.id)),
    ],
  };
}

const listed = (files: readonly File[]) =>
  files.map(({ fieldId, name, size, sha256 }) => ({ fieldId, name, size, sha256 }));

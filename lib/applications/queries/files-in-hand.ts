import type { Ctx } from "@/lib/context";
import type { Verdict } from "@/lib/kernel/verdict";
import { openQuestions } from "../core/integration-answers";
import { mayPrepare, type PrepareReason } from "../core/integration-rules";
import { type EditReason, mayEdit } from "../core/rules";
import {
  applicationForCommand,
  type LoadedApplication,
  type StoredAttachment,
} from "./application-for-command";
import { integrationOf, type LoadedRequest } from "./integration-for-command";

/** What files are being put together for, and by which rule. */
export type FilesInHand = {
  found: LoadedApplication;
  verdict: Verdict<EditReason | PrepareReason>;
  files: readonly StoredAttachment[];
  /** Whether files are taken for this question. */
  asks: (fieldId: string) => boolean;
  /** Undefined: for a draft. */
  request: LoadedRequest | undefined;
};

/** The files of a draft, or of the answer to what the office asked about an application that was sent. */
export async function filesInHand(
  tx: Ctx,
  applicationId: string,
  options: { lock?: boolean } = {},
): Promise<FilesInHand> {
  const found = await applicationForCommand(tx, applicationId, options);
  const { application, definition, attachments } = found;
  if (application.state !== "integrationRequested") {
    const verdict = mayEdit(application, found.facts, found.timing);
    return { found, verdict, files: attachments, asks: () => true, request: undefined };
  }
  const { request, files, sent } = await integrationOf(tx, found);
  const track = application.track ?? "citizen";
  const items = request?.items ?? [];
  const { open } = openQuestions({ definition, track, items, sent });
  const verdict = mayPrepare(application, request);
  return { found, verdict, files, asks: (fieldId) => open.has(fieldId), request };
}

import { answerMark } from "@/lib/applications/core/answer-mark";
import { sha256 } from "@/lib/platform/digest";
import { routes } from "@/lib/routes";
import type { PreparedDraft } from "../support/prepared-drafts";
import { samplePdf } from "../support/sample-files";
import type { HttpAnswer, Sender } from "../support/submit-over-http";

/** An answer as the page had read it, and the revision of its section. */
export type Read = { text: string; revision: number };

/** Saves an answer as the page does while somebody writes. */
export function save(
  sender: Sender,
  draft: PreparedDraft,
  read: Read,
  text: string,
): Promise<HttpAnswer> {
  const body = new URLSearchParams({
    applicationId: draft.applicationId,
    step: "dati-specifici",
    locale: "it",
    intent: "save",
    _page: `${draft.applicationId}.${read.revision}`,
    "_rev.answers": String(read.revision),
    _shown: "why",
    "_was.why": answerMark(read.text),
    why: text,
  });
  return sender.post(draft, {
    path: routes.applicationSave(draft.applicationId),
    headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
    body: body.toString(),
  });
}

/** The requests by which the page sends a file: announced, sent in one piece, judged. */
export function uploadOf(sender: Sender, draft: PreparedDraft, bytes: number) {
  const body = samplePdf({ text: draft.applicationId.padEnd(bytes, " delega") });
  const tus = { "tus-resumable": "1.0.0", accept: "application/json" };
  const metadata = {
    ...{ filename: "delega.pdf", filetype: "application/pdf", field: "paper" },
    sha256: sha256(body),
  };
  const pairs = Object.entries(metadata).map(([name, value]) => `${name} ${btoa(value)}`);
  return {
    announce: () =>
      sender.post(draft, {
        path: routes.uploads(draft.applicationId),
        headers: { ...tus, "upload-length": `${body.length}`, "upload-metadata": pairs.join(",") },
        body: "",
      }),
    send: (path: string) =>
      sender.send(draft, "PATCH", {
        path,
        headers: {
          ...tus,
          "content-type": "application/offset+octet-stream",
          "upload-offset": "0",
        },
        body,
      }),
    complete: (path: string) =>
      sender.post(draft, { path, headers: { accept: tus.accept }, body: "" }),
  };
}

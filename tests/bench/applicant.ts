import { answerMark } from "@/lib/applications/core/answer-mark";
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

/** Sends a PDF of its own, of about the size of a scanned page. */
export async function upload(
  sender: Sender,
  draft: PreparedDraft,
  bytes: number,
): Promise<HttpAnswer> {
  const form = new FormData();
  form.append("_upload", "paper");
  const text = draft.applicationId.padEnd(bytes, " delega");
  const file = new File([new Uint8Array(samplePdf({ text }))], "delega.pdf", {
    type: "application/pdf",
  });
  form.append("_file.paper", file);
  const { type, body } = await encoded(form);
  return sender.post(draft, {
    path: routes.applicationFiles(draft.applicationId),
    headers: { accept: "application/json", "content-type": type },
    body,
  });
}

async function encoded(form: FormData): Promise<{ type: string; body: Buffer }> {
  const request = new Response(form);
  const type = request.headers.get("content-type") ?? "";
  return { type, body: Buffer.from(await request.arrayBuffer()) };
}

import { answerMark } from "@/lib/applications/core/answer-mark";
import { routes } from "@/lib/routes";
import type { PreparedDraft } from "../support/prepared-drafts";
import { samplePdf } from "../support/sample-files";
import type { HttpAnswer, Sender } from "../support/submit-over-http";

/** The page of the form that a script saves from; the same for every applicant. */
const STEP = "dati-specifici";

/** The id of the server action that the page of the form saves by, as the page names it. */
export async function saveActionOf(sender: Sender, draft: PreparedDraft): Promise<string> {
  const { body } = await sender.read(routes.applicationStep(draft.applicationId, STEP), draft);
  const id = /name="\$ACTION_1:0" value="\{&quot;id&quot;:&quot;(\w+)&quot;/.exec(body)?.[1];
  if (!id) throw new Error("the page of the form names no action");
  return id;
}

export type Draft = {
  draft: PreparedDraft;
  action: string;
  /** The answer as the page had read it, and the revision of its section. */
  read: { text: string; revision: number };
};

/** Saves an answer as the page does while somebody writes; gives what the page then has read. */
export async function save(
  sender: Sender,
  { draft, action, read }: Draft,
  text: string,
): Promise<HttpAnswer> {
  const fields = {
    applicationId: draft.applicationId,
    step: STEP,
    locale: "it",
    intent: "keep",
    _page: `${draft.applicationId}.${read.revision}`,
    "_rev.answers": String(read.revision),
    _shown: "why",
    "_was.why": answerMark(read.text),
    why: text,
  };
  // A call of a server action as React encodes it: the arguments first, the form as the second.
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(`1_${name}`, value);
  form.append("0", JSON.stringify([{ status: "idle" }, "$K1"]));
  const { type, body } = await encoded(form);
  return sender.post(draft, {
    path: routes.applicationStep(draft.applicationId, STEP),
    headers: { accept: "text/x-component", "next-action": action, "content-type": type },
    body,
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

import { request } from "node:http";
import { sessionCookie } from "@/lib/auth/cookies";
import { sha256 } from "@/lib/platform/digest";
import { routes } from "@/lib/routes";
import type { PreparedDraft } from "./prepared-drafts";
import { samplePdf } from "./sample-files";

export type HttpFile = { name: string; type?: string; bytes: Buffer };

type Answer = { status: number; reason: string | undefined; headers: Headers };

const BYTES = "application/offset+octet-stream";
const base64 = (text: string) => Buffer.from(text).toString("base64");

/** The uploads of an applicant's browser to a site, each step by itself. */
export function uploadsOver(origin: string, draft: PreparedDraft) {
  const headers = {
    ...{ "tus-resumable": "1.0.0", accept: "application/json", origin },
    cookie: `${sessionCookie().name}=${draft.session}`,
  };
  const ask = async (path: string, method: string, more: Record<string, string> = {}) => {
    const answer = await fetch(origin + path, { method, headers: { ...headers, ...more } });
    const text = await answer.text();
    const said = text.startsWith("{") ? (JSON.parse(text) as Record<string, string>) : {};
    return { status: answer.status, reason: said.reason, headers: answer.headers, said };
  };
  return {
    headers,
    begin({ name, type = "application/pdf", bytes }: HttpFile, size = bytes.length) {
      const told = { filename: name, filetype: type, field: "paper", sha256: sha256(bytes) };
      const metadata = Object.entries(told).map(([key, value]) => `${key} ${base64(value)}`);
      const more = { "upload-length": String(size), "upload-metadata": metadata.join(",") };
      return ask(routes.uploads(draft.applicationId), "POST", more);
    },
    offset: async (path: string) =>
      Number((await ask(path, "HEAD")).headers.get("upload-offset") ?? Number.NaN),
    complete: (path: string) => ask(path, "POST"),
    cancel: (path: string) => ask(path, "DELETE"),
    /** Sends bytes from an offset; the socket is cut after `lasts` of them. Undefined: no answer. */
    send: (path: string, bytes: Buffer, at: number, lasts = Number.POSITIVE_INFINITY) =>
      sendBytes(origin + path, headers, bytes.subarray(at), { at, lasts: lasts - at }),
  };
}

function sendBytes(
  address: string,
  headers: Record<string, string>,
  bytes: Buffer,
  { at, lasts }: { at: number; lasts: number },
): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const more = { "content-type": BYTES, "content-length": bytes.length, "upload-offset": at };
    const sending = request(address, { method: "PATCH", headers: { ...headers, ...more } });
    sending.on("error", () => resolve(undefined));
    sending.on("response", async (answer) => {
      const parts: Buffer[] = [];
      for await (const part of answer) parts.push(part as Buffer);
      const text = Buffer.concat(parts).toString();
      const told = new Headers(Object.entries(answer.headers).map(([k, v]) => [k, String(v)]));
      const reason = text ? (JSON.parse(text) as { reason?: string }).reason : undefined;
      resolve({ status: answer.statusCode ?? 0, reason, headers: told });
    });
    const cut = lasts < bytes.length;
    sending.write(cut ? bytes.subarray(0, lasts) : bytes, () => {
      if (cut) sending.destroy();
      else sending.end();
    });
  });
}

/** The form of a message with a file, as the button that sends it posts it. */
export function postMessage(
  origin: string,
  draft: PreparedDraft,
  text: string,
  more: Record<string, string> = {},
) {
  const form = new FormData();
  const fields = { key: crypto.randomUUID(), seen: "0", text, _send: "" };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const pdf = new Blob([new Uint8Array(samplePdf())], { type: "application/pdf" });
  form.append("_file", pdf, "delega.pdf");
  return fetch(origin + routes.applicationMessages(draft.applicationId), {
    ...{ method: "POST", body: form, redirect: "manual" },
    headers: { ...uploadsOver(origin, draft).headers, accept: "text/html", ...more },
  });
}

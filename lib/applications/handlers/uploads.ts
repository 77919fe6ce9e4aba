import { Readable } from "node:stream";
import { personArrival } from "@/lib/auth/contexts";
import { requireSameOrigin } from "@/lib/auth/form-origin";
import type { Ctx } from "@/lib/context";
import { InvalidInput, NotFound } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/kernel/ids";
import { routes } from "@/lib/routes";
import { type Handler, safeAnswer } from "@/lib/safe-answer";
import { beginUpload } from "../commands/begin-upload";
import { cancelUpload } from "../commands/cancel-upload";
import { completeUpload } from "../commands/complete-upload";
import { continueUpload } from "../commands/continue-upload";
import { ownUpload } from "../queries/own-uploads";

/*
 * Resumable uploads by tus 1.0.0 (core, creation, expiration, termination): https://tus.io/protocols.
 * What tus leaves open is how a file is judged once it is whole: a POST to its address, which may be
 * asked again, answers with the attachment or the reason why there is none.
 */

const TUS = "1.0.0";
const BYTES = "application/offset+octet-stream";

type Asked = { ctx: Ctx; request: Request; applicationId: string; uploadId: string };

/** Begins an upload, or finds the one of the same file that stopped; then its offset says so. */
export const beginUploadHandler = tus("upload.begin", async ({ ctx, request, applicationId }) => {
  const begun = await beginUpload(ctx, { applicationId, ...announcedBy(request.headers) });
  return noContent(201, {
    location: routes.upload(applicationId, begun.id),
    "upload-offset": String(begun.received),
    "upload-expires": begun.expiresAt.toUTCString(),
  });
});

/** Says how much is there. */
export const uploadOffsetHandler = tus("upload.offset", async ({ ctx, ...asked }) => {
  const { size, received, expiresAt } = await ownUpload(ctx, asked);
  return noContent(200, {
    "upload-offset": String(received),
    "upload-length": String(size),
    "upload-expires": expiresAt.toUTCString(),
  });
});

/** Takes the bytes that follow. */
export const continueUploadHandler = tus("upload.continue", async ({ ctx, request, ...asked }) => {
  const { headers, body } = request;
  if (headers.get("content-type") !== BYTES) return noContent(415);
  const offset = countIn(headers, "upload-offset");
  if (offset === undefined || !body) throw new InvalidInput({ file: "file_missing" });
  const length = countIn(headers, "content-length");
  // The two declarations of a web stream (of Node and of the browser) differ only in their names.
  const bytes = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
  const received = await continueUpload(ctx, { ...asked, offset, length, body: bytes });
  return noContent(204, { "upload-offset": String(received) });
});

export const cancelUploadHandler = tus("upload.cancel", async ({ ctx, ...asked }) => {
  await cancelUpload(ctx, asked);
  return noContent(204);
});

/** Not of tus: what became of the file. */
export const completeUploadHandler = answered("upload.complete", async ({ ctx, ...asked }) =>
  Response.json(await completeUpload(ctx, asked), { headers: { "cache-control": "no-store" } }),
);

function tus(name: string, answer: (asked: Asked) => Promise<Response>): Handler {
  const handler = answered(name, answer);
  return async (request, given) => {
    const spoken = request.headers.get("tus-resumable") === TUS;
    const response = spoken
      ? await handler(request, given)
      : noContent(412, { "tus-version": TUS });
    response.headers.set("tus-resumable", TUS);
    return response;
  };
}

function answered(name: string, answer: (asked: Asked) => Promise<Response>): Handler {
  return safeAnswer(`application.${name}`, async (request, { id = "", upload }) => {
    requireSameOrigin(request);
    if (!isUuid(id) || !(upload === undefined || isUuid(upload))) throw new NotFound();
    const { ctx } = await personArrival(request);
    return answer({ ctx, request, applicationId: id, uploadId: upload ?? "" });
  });
}

/** "filename d29ybGQ=, sha256 …": names, each with its value in base64. */
function announcedBy(headers: Headers) {
  const pairs = (headers.get("upload-metadata") ?? "").split(",").map((pair) => {
    const [name = "", value = ""] = pair.trim().split(" ");
    return [name, Buffer.from(value, "base64").toString("utf8")] as const;
  });
  const told = new Map(pairs);
  const size = countIn(headers, "upload-length");
  const sha256 = told.get("sha256") ?? "";
  if (size === undefined) throw new InvalidInput({ file: "file_missing" });
  return {
    name: told.get("filename") ?? "",
    declaredType: told.get("filetype") ?? "",
    fieldId: told.get("field") ?? "",
    size,
    sha256: /^[0-9a-f]{64}$/.test(sha256) ? sha256 : null,
  };
}

function countIn(headers: Headers, name: string): number | undefined {
  const text = headers.get(name) ?? "";
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function noContent(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers: { "cache-control": "no-store", ...headers } });
}

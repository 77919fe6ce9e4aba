import { pieces } from "@/lib/files/core/upload-steps";
import { routes } from "@/lib/routes";

/** The server said no: `reason` has its sentence; the same again brings the same answer. */
export class UploadRefused extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}

/** It did not work this time: trying again may. */
export class UploadStopped extends Error {
  constructor(readonly signedOut: boolean) {
    super(signedOut ? "signed out" : "stopped");
  }
}

export type Announced = { applicationId: string; fieldId: string; sha256: string | null };
type Place = { address: string; at: number };

const TUS = { "tus-resumable": "1.0.0", accept: "application/json" };
/** A connection that says nothing for so long is gone, also where nobody tells the browser. */
const SILENCE_MS = 60_000;
/** Another connection was faster, or the upload is not there any more: announced again, it goes on. */
const PASSING = ["upload_offset", "upload_incomplete"];

/** SHA-256 in hex, where the browser computes it: over plain http it does not. */
export async function digestOf(file: File): Promise<string | null> {
  const digest = await crypto.subtle?.digest("SHA-256", await file.arrayBuffer());
  return digest ? new Uint8Array(digest).reduce((text, byte) => text + hex(byte), "") : null;
}

const hex = (byte: number) => byte.toString(16).padStart(2, "0");

/** Announces a file; the server tells where it goes, and how much of it is there already. */
export async function announce(file: File, told: Announced, signal: AbortSignal): Promise<Place> {
  const { applicationId, fieldId: field, sha256 } = told;
  const metadata = { filename: file.name, filetype: file.type, field, sha256: sha256 ?? "" };
  const answer = await asked(routes.uploads(applicationId), {
    method: "POST",
    headers: {
      ...TUS,
      "upload-length": String(file.size),
      "upload-metadata": Object.entries(metadata)
        .map(([name, value]) => `${name} ${base64(value)}`)
        .join(","),
    },
    signal,
  });
  const address = answer.headers.get("location") ?? "";
  return { address, at: Number(answer.headers.get("upload-offset")) };
}

/** Sends all that is missing; `arrived` is told how many bytes are on their way or there. */
export async function sendRest(
  file: File,
  { address, at }: Place,
  arrived: (bytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  for (let from = at; from < file.size; ) {
    arrived(from);
    from = await sendPiece(address, file.slice(from, from + pieces.most), from, arrived, signal);
  }
  arrived(file.size);
}

/** What became of the file; asked again it is told again. */
export async function complete(address: string, signal: AbortSignal): Promise<{ id: string }> {
  const headers = { accept: TUS.accept };
  const answer = await asked(address, { method: "POST", headers, signal });
  return (await answer.json()) as { id: string };
}

/** Gives up what has come; who is not reached clears it by itself after a day. */
export function giveUp(address: string): void {
  void fetch(address, { method: "DELETE", headers: TUS }).catch(() => undefined);
}

async function asked(address: string, request: RequestInit): Promise<Response> {
  const answer = await fetch(address, request).catch(() => {
    throw stopped();
  });
  if (!answer.ok) throw judged(answer.status, await answer.text().catch(() => ""));
  return answer;
}

/** By XMLHttpRequest: fetch does not tell how much has left. Returns where the next piece begins. */
function sendPiece(
  address: string,
  piece: Blob,
  from: number,
  arrived: (bytes: number) => void,
  signal: AbortSignal,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    request.open("PATCH", address);
    const headers = { ...TUS, "content-type": "application/offset+octet-stream" };
    for (const [name, value] of Object.entries({ ...headers, "upload-offset": `${from}` })) {
      request.setRequestHeader(name, value);
    }
    let silence = setTimeout(stop, SILENCE_MS);
    request.upload.onprogress = (event) => {
      clearTimeout(silence);
      silence = setTimeout(stop, SILENCE_MS);
      arrived(from + Math.min(event.loaded, piece.size));
    };
    request.onload = () => {
      if (request.status === 204) resolve(Number(request.getResponseHeader("upload-offset")));
      else
        reject(request.status === 404 ? stopped() : judged(request.status, request.responseText));
    };
    request.onerror = () => reject(stopped());
    request.onabort = request.onerror;
    request.onloadend = () => {
      clearTimeout(silence);
      signal.removeEventListener("abort", stop);
    };
    signal.addEventListener("abort", stop);
    request.send(piece);
  });
}

const stopped = () => new UploadStopped(false);

function judged(status: number, text: string): Error {
  if (status === 401) return new UploadStopped(true);
  const { reason, code } = problemIn(text);
  const passing = reason ? PASSING.includes(reason) : status >= 500;
  return passing ? stopped() : new UploadRefused(reason ?? code ?? "unexpected");
}

function problemIn(text: string): { reason?: string; code?: string } {
  try {
    return JSON.parse(text) as { reason?: string; code?: string };
  } catch {
    return {};
  }
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

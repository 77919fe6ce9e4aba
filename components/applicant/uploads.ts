import { keptName, mayAnnounce } from "@/lib/files/core/announced-file";
import { routes } from "@/lib/routes";
import {
  announce,
  complete,
  digestOf,
  giveUp,
  sendRest,
  UploadRefused,
  UploadStopped,
} from "./upload-transfer";

export type Sending = {
  key: string;
  applicationId: string;
  fieldId: string;
  name: string;
  size: number;
  received: number;
  /** waiting: for the network or a server; signedOut: for a new sign-in, elsewhere; checking: all is there */
  phase: "sending" | "waiting" | "signedOut" | "checking" | "done" | "refused";
  /** The server's, once it has one. */
  uploadId?: string;
  attachmentId?: string;
  reason?: string;
};

/*
 * What this window uploads. It outlives the page that began it: who goes on to the next page of the
 * form takes it along.
 */
let sendings: readonly Sending[] = [];
const listeners = new Set<() => void>();
const stops = new Map<string, AbortController>();
let begun = 0;

const PAUSES_MS = [1_000, 2_000, 5_000, 10_000];

export const uploads = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  all: () => sendings,
  start(file: File, where: { applicationId: string; fieldId: string }): void {
    begun += 1;
    const key = String(begun);
    for (const { key: old, fieldId, phase } of sendings) {
      if (phase === "refused" && fieldId === where.fieldId) forget(old);
    }
    const { name, size } = file;
    put([...sendings, { key, ...where, name, size, received: 0, phase: "sending" }]);
    const stop = new AbortController();
    stops.set(key, stop);
    void carry(key, file, where, stop.signal).finally(() => stops.delete(key));
  },
  cancel(key: string): void {
    stops.get(key)?.abort();
    const { applicationId, uploadId } = sendings.find((one) => one.key === key) ?? {};
    if (applicationId && uploadId) giveUp(routes.upload(applicationId, uploadId));
    forget(key);
  },
  forget,
};

/** Goes on until the file is an attachment or refused; after each failure from where the server is. */
async function carry(
  key: string,
  file: File,
  where: { applicationId: string; fieldId: string },
  signal: AbortSignal,
): Promise<void> {
  const verdict = mayAnnounce({
    name: keptName(file.name),
    declaredType: file.type,
    size: file.size,
  });
  if (!verdict.ok) return change(key, { phase: "refused", reason: verdict.reason });
  let sha256: string | null;
  try {
    sha256 = await digestOf(file);
  } catch {
    return change(key, { phase: "refused", reason: "file_altered" });
  }
  for (let failures = 0; !signal.aborted; failures += 1) {
    try {
      return await attempt(key, file, { ...where, sha256 }, signal, () => {
        failures = 0;
      });
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof UploadStopped)) {
        const reason = error instanceof UploadRefused ? error.reason : "unexpected";
        return change(key, { phase: "refused", reason });
      }
      change(key, { phase: error.signedOut ? "signedOut" : "waiting" });
      await pause(PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)] ?? 0, signal);
    }
  }
}

async function attempt(
  key: string,
  file: File,
  told: { applicationId: string; fieldId: string; sha256: string | null },
  signal: AbortSignal,
  moved: () => void,
): Promise<void> {
  const place = await announce(file, told, signal);
  change(key, { phase: "sending", uploadId: place.address.split("/").at(-1) ?? "" });
  const arrived = (received: number) => {
    if (received > place.at) moved();
    change(key, { received });
  };
  await sendRest(file, place, arrived, signal);
  change(key, { phase: "checking" });
  const { id } = await complete(place.address, signal);
  change(key, { phase: "done", attachmentId: id });
}

/** Until some time has passed, the network is back, or nobody waits any more. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(go, milliseconds);
    function go() {
      clearTimeout(timer);
      removeEventListener("online", go);
      resolve();
    }
    addEventListener("online", go);
    signal.addEventListener("abort", go, { once: true });
  });
}

function change(key: string, what: Partial<Sending>): void {
  put(sendings.map((one) => (one.key === key ? { ...one, ...what } : one)));
}

function forget(key: string): void {
  put(sendings.filter((one) => one.key !== key));
}

/** As long as something is on its way, whoever closes the page is asked. */
function put(now: readonly Sending[]): void {
  sendings = now;
  const going = now.some(({ phase }) => phase !== "done" && phase !== "refused");
  if (going) addEventListener("beforeunload", ask);
  else removeEventListener("beforeunload", ask);
  for (const listener of listeners) listener();
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

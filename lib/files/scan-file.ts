import { connect } from "node:net";
import { env } from "@/lib/env";

/** What the scanner said; `notScanned` where none is set, `scanning` while it gives no result. */
export type ScanResult = "clean" | "infected" | "notScanned" | "scanning";

const CHUNK = 64 * 1024;
const PATIENCE_MS = 20_000;
const GREETING_MS = 3_000;

/** Asks the scanner that the settings name (clamd, INSTREAM). A scanner that is down keeps files closed. */
export async function scanFile(bytes: Uint8Array, address = env().CLAMD_URL): Promise<ScanResult> {
  if (!address) return "notScanned";
  try {
    const answer = await ask(address, instream(bytes), PATIENCE_MS);
    if (/^stream: OK$/.test(answer)) return "clean";
    return / FOUND$/.test(answer) ? "infected" : "scanning";
  } catch {
    return "scanning";
  }
}

/** Whether the scanner answers at the moment; where none is set there is nothing to wait for. */
export async function scannerAnswers(address = env().CLAMD_URL): Promise<boolean> {
  if (!address) return true;
  return ask(address, [Buffer.from("zPING\0")], GREETING_MS).then(
    (answer) => answer === "PONG",
    () => false,
  );
}

/** Each chunk goes after its length in four bytes; a zero length ends the stream. */
function* instream(bytes: Uint8Array): Generator<Uint8Array> {
  yield Buffer.from("zINSTREAM\0");
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const chunk = bytes.subarray(at, at + CHUNK);
    yield lengthOf(chunk.length);
    yield chunk;
  }
  yield lengthOf(0);
}

/** Sends a command and gives the answer; throws when none comes within `patienceMs` of silence. */
function ask(address: string, parts: Iterable<Uint8Array>, patienceMs: number): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port || 3310), timeout: patienceMs });
    const answer: Buffer[] = [];
    socket.on("connect", () => {
      for (const part of parts) socket.write(part);
    });
    socket.on("data", (part) => answer.push(part));
    socket.on("end", () =>
      resolve(Buffer.concat(answer).toString("utf8").replace(/\0/g, "").trim()),
    );
    socket.on("timeout", () => socket.destroy(new Error("the scanner did not answer")));
    socket.on("error", reject);
    socket.on("close", () => reject(new Error("the scanner broke off")));
  });
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}

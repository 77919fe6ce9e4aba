import { connect } from "node:net";
import { env } from "@/lib/env";

/** What the scanner said; `notScanned` where none is set, `scanning` while it cannot be reached. */
export type ScanResult = "clean" | "infected" | "notScanned" | "scanning";

const CHUNK = 64 * 1024;
const PATIENCE_MS = 20_000;

/** Asks the scanner that the settings name (clamd, INSTREAM). A scanner that is down keeps files closed. */
export async function scanFile(bytes: Uint8Array, address = env().CLAMD_URL): Promise<ScanResult> {
  if (!address) return "notScanned";
  const { hostname, port } = new URL(address);
  try {
    const answer = await instream(hostname, Number(port || 3310), bytes);
    if (/^stream: OK$/.test(answer)) return "clean";
    return / FOUND$/.test(answer) ? "infected" : "scanning";
  } catch {
    return "scanning";
  }
}

/** Each chunk goes after its length in four bytes; a zero length ends the stream. */
function instream(host: string, port: number, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, timeout: PATIENCE_MS });
    const answer: Buffer[] = [];
    socket.on("connect", () => {
      socket.write("zINSTREAM\0");
      for (let at = 0; at < bytes.length; at += CHUNK) {
        const chunk = bytes.subarray(at, at + CHUNK);
        socket.write(lengthOf(chunk.length));
        socket.write(chunk);
      }
      socket.write(lengthOf(0));
    });
    socket.on("data", (part) => answer.push(part));
    socket.on("end", () =>
      resolve(Buffer.concat(answer).toString("utf8").replace(/\0/g, "").trim()),
    );
    socket.on("timeout", () => socket.destroy(new Error("the scanner did not answer")));
    socket.on("error", reject);
  });
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}

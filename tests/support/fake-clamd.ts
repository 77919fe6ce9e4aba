import { createServer, type Server, type Socket } from "node:net";
import { freePort } from "@/lib/platform/ports";
import { eicar } from "./sample-files";

/** What it takes of one stream, as `StreamMaxLength` says in clamd's settings. */
const MOST_BYTES = 11 * 1024 * 1024;

/**
 * A scanner that speaks as clamd does (zPING, zINSTREAM with chunks after their lengths), to be
 * taken down and up again under one address. Contents with the word VIRUS are infected; on those
 * with the word RIDDLE it fails.
 */
export class FakeClamd {
  readonly url: string;
  /** How many contents it has looked at. */
  scanned = 0;
  readonly #port: number;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;

  constructor(port: number) {
    this.#port = port;
    this.url = `tcp://127.0.0.1:${port}`;
  }

  /** An address where nothing listens yet. */
  static async down(): Promise<FakeClamd> {
    return new FakeClamd(await freePort());
  }

  async start(): Promise<void> {
    const server = createServer((socket) => {
      this.#sockets.add(socket);
      socket.on("error", () => undefined);
      const parts: Buffer[] = [];
      socket.on("data", (part) => {
        parts.push(part);
        const answer = this.#answer(Buffer.concat(parts));
        if (answer) socket.end(`${answer}\0`);
      });
    });
    this.#server = server;
    await new Promise<void>((done) => server.listen(this.#port, "127.0.0.1", done));
  }

  async stop(): Promise<void> {
    const server = this.#server;
    for (const socket of this.#sockets) socket.destroy();
    if (server) await new Promise((done) => server.close(done));
  }

  /** Undefined until the command is whole. */
  #answer(received: Buffer): string | undefined {
    const end = received.indexOf(0);
    if (end === -1) return undefined;
    const command = received.subarray(0, end).toString("latin1");
    if (command === "zPING") return "PONG";
    if (command !== "zINSTREAM") return "UNKNOWN COMMAND";
    const content = contentOf(received.subarray(end + 1));
    if (content === undefined) return undefined;
    this.scanned += 1;
    if (content.length > MOST_BYTES) return "INSTREAM size limit exceeded. ERROR";
    if (content.includes("VIRUS") || content.equals(eicar)) return "stream: Test-Signature FOUND";
    return content.includes("RIDDLE") ? "stream: Can't allocate memory ERROR" : "stream: OK";
  }
}

/** The chunks put together, once the one of no length has come. */
function contentOf(stream: Buffer): Buffer | undefined {
  const chunks: Buffer[] = [];
  for (let at = 0; at + 4 <= stream.length; ) {
    const length = stream.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(stream.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

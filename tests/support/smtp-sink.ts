import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

/** A mail server that keeps what it takes. A letter counts once its end has arrived. */
export interface SmtpSink {
  readonly url: string;
  readonly port: number;
  /** Message-IDs in the order of arrival, once for each arrival. */
  readonly arrivals: string[];
  /** Takes letters from this arrival on without answering for them. */
  holdFrom(arrival: number): void;
  /** Answers for all that waited, and for every letter from now on. */
  release(): void;
  /** The letters as mail programs read them. */
  letters(): Promise<Email[]>;
  stop(): Promise<void>;
}

export interface SinkOptions {
  port?: number;
  /** Milliseconds between the end of a letter and the answer for it. */
  answerAfter?: number;
  /** An SMTP answer to refuse a recipient with. */
  refuse?: (recipient: string) => { code: number; text: string } | undefined;
}

export async function startSink(options: SinkOptions = {}): Promise<SmtpSink> {
  const arrivals: string[] = [];
  const raw: Buffer[] = [];
  const waiting: (() => void)[] = [];
  let held = Number.POSITIVE_INFINITY;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 200,
    onRcptTo({ address }, _session, done) {
      const refusal = options.refuse?.(address);
      if (!refusal) return done();
      done(Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("error", () => undefined);
      stream.on("end", () => {
        const whole = Buffer.concat(chunks);
        raw.push(whole);
        arrivals.push(/^message-id: (\S+)/im.exec(whole.toString("latin1"))?.[1] ?? "");
        if (arrivals.length >= held) waiting.push(done);
        else setTimeout(done, options.answerAfter ?? 0);
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((ready) => server.listen(options.port ?? 0, "127.0.0.1", ready));
  const { port } = server.server.address() as { port: number };
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    arrivals,
    holdFrom: (arrival) => {
      held = arrival;
    },
    release: () => {
      held = Number.POSITIVE_INFINITY;
      for (const answer of waiting.splice(0)) answer();
    },
    letters: () => Promise.all(raw.map((letter) => PostalMime.parse(letter))),
    stop: () => new Promise((done) => server.close(() => done())),
  };
}

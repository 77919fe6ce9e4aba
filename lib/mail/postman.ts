import { Transform } from "node:stream";
import { createTransport } from "nodemailer";
import type { Letter } from "./letter";

/** Carries letters to a mail server. */
export type Postman = {
  /**
   * Hands a letter over. `atTheEnd` is called once all of it was written but its end: if it
   * throws, the connection is broken off and the server has no letter; if it returns, the end
   * follows in the same turn of the event loop. Resolves when the server has answered for it.
   */
  deliver(letter: Letter, atTheEnd: () => void): Promise<void>;
  close(): void;
};

/** Three seconds to connect and to be greeted, else the letter waits for a better moment. */
const CONNECT_MS = 3_000;
/**
 * Longer for an answer: after the end of a letter a server may scan it, and giving up then means
 * that it gets it twice (RFC 5321, 4.5.3.2.6, speaks of ten minutes).
 */
const ANSWER_MS = 60_000;

/** A postman over SMTP with a pool of connections. */
export function smtpPostman(url: string, connections: number): Postman {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: connections,
    maxMessages: Number.POSITIVE_INFINITY,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
  });
  transport.use("stream", (mail, done) => {
    const { atTheEnd } = mail.data as { atTheEnd?: () => void };
    if (atTheEnd) mail.message.transform(() => gate(atTheEnd));
    done();
  });
  return {
    async deliver(letter, atTheEnd) {
      const { subject, html, text, from, to, replyTo, mailId, unsubscribe } = letter;
      const mail = {
        ...{ subject, html, text, from, to, messageId: mailId },
        ...(replyTo ? { replyTo } : {}),
        headers: {
          "Auto-Submitted": "auto-generated",
          "X-Auto-Response-Suppress": "All",
          ...(unsubscribe && {
            "List-Unsubscribe": `<${unsubscribe}>`,
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
          }),
        },
        disableFileAccess: true,
        disableUrlAccess: true,
        atTheEnd,
      };
      await transport.sendMail(mail);
    },
    close: () => transport.close(),
  };
}

/** Lets everything through and calls `atTheEnd` before the end. */
function gate(atTheEnd: () => void): Transform {
  return new Transform({
    transform: (chunk, _encoding, done) => done(null, chunk),
    flush(done) {
      try {
        atTheEnd();
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
}

/**
 * Whether another attempt can go better. A server that refuses for good (5xx) refuses the letter;
 * whatever else goes wrong is a matter of time.
 */
export function isWorthAnotherAttempt(error: unknown): boolean {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  if (code === "EAUTH") return true;
  return !(responseCode !== undefined && responseCode >= 500);
}

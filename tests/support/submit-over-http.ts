import { Agent, request } from "node:http";
import { sessionCookie } from "@/lib/auth/cookies";
import { routes } from "@/lib/routes";
import type { PreparedDraft } from "./prepared-drafts";

/** What came back for one request. */
export type HttpAnswer = {
  status: number;
  /** Where a redirect leads; empty without one. */
  location: string;
  contentType: string;
  /** Seconds; empty when nobody said. */
  retryAfter: string;
  body: string;
};

/** A request with a body; its length is the body's. */
export type Posted = { path: string; headers: Record<string, string>; body: string | Buffer };

export type Sender = {
  /** Posts the form of the summary, as the applicant's browser does; rejects when nobody answers. */
  submit(draft: PreparedDraft): Promise<HttpAnswer>;
  /** Sends something else, as a draft's applicant does. */
  post(as: PreparedDraft, given: Posted): Promise<HttpAnswer>;
  send(as: PreparedDraft, method: "POST" | "PATCH", given: Posted): Promise<HttpAnswer>;
  /** Reads a page, as a visitor or as the applicant of a draft. */
  read(path: string, as?: PreparedDraft): Promise<HttpAnswer>;
  close(): void;
};

/** Speaks to a site over at most `atOnce` connections, which are kept open between requests. */
export function httpSender(origin: string, atOnce: number): Sender {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const send: Sender["send"] = (as, method, { path, headers, body }) => {
    const length = { "content-length": Buffer.byteLength(body) };
    const all = { ...headers, ...length, cookie: cookieOf(as), origin };
    return exchange(origin + path, { method, agent, headers: all }, body);
  };
  const post: Sender["post"] = (as, given) => send(as, "POST", given);
  return {
    send,
    post,
    submit(draft) {
      const body = new URLSearchParams({
        _token: draft.token,
        _key: `key-${draft.applicationId}`,
        _content: draft.content,
        _locale: "it",
        truth: "on",
      }).toString();
      const type = "application/x-www-form-urlencoded";
      const headers = { accept: "text/html", "content-type": type };
      return post(draft, { path: routes.applicationSubmit(draft.applicationId), headers, body });
    },
    read: (path, as) =>
      exchange(origin + path, {
        agent,
        headers: { accept: "text/html", ...(as ? { cookie: cookieOf(as) } : {}) },
      }),
    close: () => agent.destroy(),
  };
}

function cookieOf(draft: PreparedDraft): string {
  return `${sessionCookie().name}=${draft.session}`;
}

/** Whether a submission was acknowledged: the page that shows its receipt is what comes next. */
export function isAcknowledged(answer: HttpAnswer): boolean {
  return answer.status === 303 && answer.location.endsWith("/inviata");
}

/** Works through a list, `atOnce` items at a time. */
export async function inParallel<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const run = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, run));
}

function exchange(
  address: string,
  options: Parameters<typeof request>[1],
  body: string | Buffer = "",
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(address, options, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          location: String(answer.headers.location ?? ""),
          contentType: String(answer.headers["content-type"] ?? ""),
          retryAfter: String(answer.headers["retry-after"] ?? ""),
          body: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

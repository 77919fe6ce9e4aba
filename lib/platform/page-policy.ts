import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { localeOfPath } from "@/lib/i18n/addresses";
import { contentPolicy } from "./content-policy";

type Render = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const POLICY = "content-security-policy";

/**
 * Gives every rendering a fresh nonce in its content policy, which Next reads from the request and
 * puts on its scripts, and the language of the address for next-intl. Both overwrite what a client
 * sent. It stands here and not in Next's proxy, which costs each request more than a query does
 * and copies every body.
 */
export function pagePolicy(render: Render, development: boolean): Render {
  return (request, response) => {
    const { url = "/", headers } = request;
    if (!url.startsWith("/_next/static/")) {
      const policy = contentPolicy({ nonce: randomBytes(16).toString("base64"), development });
      headers[POLICY] = policy;
      headers["x-next-intl-locale"] = localeOfPath(url.split("?", 1)[0] ?? "/");
      response.setHeader(POLICY, policy);
    }
    return render(request, response);
  };
}

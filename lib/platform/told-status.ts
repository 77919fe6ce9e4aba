import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage, ServerResponse } from "node:http";

type Told = { retryAfterSeconds?: number };

/**
 * On the global object because the server around Next and the code that Next bundles are loaded
 * as different modules of one process.
 */
const shared = globalThis as { cantieriTold?: AsyncLocalStorage<Told> };

function telling(): AsyncLocalStorage<Told> {
  shared.cantieriTold ??= new AsyncLocalStorage();
  return shared.cantieriTold;
}

/**
 * Called where a page is drawn and yet refuses, because too many asked: it is answered with 429
 * and Retry-After. Next gives a page no way to say so itself.
 */
export function tellTooMany(retryAfterSeconds: number): void {
  const told = telling().getStore();
  if (told) told.retryAfterSeconds = retryAfterSeconds;
}

/** Parts of a page, and the answers of actions, which Next's scripts show only with status 200. */
const isForScripts = ({ headers }: IncomingMessage) =>
  headers.rsc !== undefined || headers["next-action"] !== undefined;

type Render = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Gives the answers of a rendering the status that their page told; all others pass untouched. */
export function toldStatus(render: Render): Render {
  return (request, response) => {
    const told: Told = {};
    const { writeHead } = response;
    response.writeHead = ((status: number, ...rest: never[]) => {
      const seconds = told.retryAfterSeconds;
      if (seconds === undefined || status !== 200 || isForScripts(request)) {
        return writeHead.call(response, status, ...rest);
      }
      response.setHeader("retry-after", String(seconds));
      return writeHead.call(response, 429, ...rest);
    }) as ServerResponse["writeHead"];
    return telling().run(told, () => render(request, response));
  };
}

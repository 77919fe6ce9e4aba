import { AsyncLocalStorage } from "node:async_hooks";

/** What the system says of a server that is not there, is leaving, or does not let us in. */
const UNREACHABLE = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "ECONNABORTED", "EPIPE", "ETIMEDOUT", "ENOTFOUND"],
  ...["EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"],
  // PostgreSQL: too many connections; a statement, and a transaction, that took too long.
  ...["53300", "57014", "25P03"],
  "OUTAGE",
]);
/** Classes of PostgreSQL: connection exceptions, and a server that starts or shuts down. */
const CLASSES = ["08", "57P"];
/** pg gives these no code. */
const SENTENCES =
  /^(?:timeout exceeded when trying to connect|connection terminated|client has encountered a connection error|client was closed|query read timeout)/i;

/** Another server of ours, such as the bucket of the files, cannot serve at the moment. */
export class Outage extends Error {
  /** Told by its code, because the bundle of each route has a class of its own. */
  readonly code = "OUTAGE";

  constructor(cause: unknown) {
    super("a server cannot serve at the moment", { cause });
    this.name = "Outage";
  }
}

/** Whether this came of a server that cannot be reached at the moment, so that trying again helps. */
export function isOutage(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code } = at as { code?: unknown };
    if (typeof code === "string") {
      if (UNREACHABLE.has(code) || CLASSES.some((start) => code.startsWith(start))) return true;
    } else if (SENTENCES.test(at.message)) return true;
  }
  return false;
}

type Fate = { outage: boolean };

/**
 * On the global object because the server around Next and the code that Next bundles are loaded
 * as different modules of one process.
 */
const shared = globalThis as { cantieriFate?: AsyncLocalStorage<Fate> };

function fates(): AsyncLocalStorage<Fate> {
  shared.cantieriFate ??= new AsyncLocalStorage();
  return shared.cantieriFate;
}

/** Runs the handling of one request; `noteOutage` called anywhere within reaches this `fate`. */
export function withFate<T>(fate: Fate, handle: () => T): T {
  return fates().run(fate, handle);
}

/** Remembers that the request that is being handled fails because of an outage. */
export function noteOutage(): void {
  const fate = fates().getStore();
  if (fate) fate.outage = true;
}

import { randomBytes, randomFillSync } from "node:crypto";
import type { Database } from "@/db/client";
import { uuidV7 } from "@/lib/kernel/ids";
import type { Actor } from "./auth/actor";

/** The caller as a value: everything a query or command may know of the world. */
export type Ctx = {
  db: Database;
  actor: Actor;
  /** When the request arrived, by the clock that the database shares; what the law asks for is read in SQL. */
  now: Date;
  /** Ties log lines, audit events and error pages of one request together. */
  requestId: string;
  /** A new UUID of version 7. */
  newId: () => string;
  /** Randomness for tokens and codes. */
  random: (bytes: number) => Uint8Array;
};

/** A context with the system's randomness; tests and the seed bring their own. */
export function makeContext(given: Pick<Ctx, "db" | "actor" | "now" | "requestId">): Ctx {
  return {
    ...given,
    newId: () => uuidV7(Date.now(), randomOfId()),
    random: (bytes) => randomBytes(bytes),
  };
}

const ID_BYTES = 10;
const store = Buffer.alloc(400 * ID_BYTES);
let used = store.length;

/** The random part of an id, from a store that is filled for many at once. */
function randomOfId(): Uint8Array {
  if (used === store.length) {
    randomFillSync(store);
    used = 0;
  }
  used += ID_BYTES;
  return store.subarray(used - ID_BYTES, used);
}

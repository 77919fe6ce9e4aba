import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { type Ctx, makeContext } from "@/lib/context";

/** A context for work that nobody asked for: it sees all bodies and is no person. */
export function jobContext(db: Database, job: string): Ctx {
  const actor = { kind: "system", job } as const;
  return makeContext({ db, actor, now: new Date(), requestId: randomUUID() });
}

import { createHash } from "node:crypto";
import type { Pool } from "pg";
import { type Scope, scopedDatabase } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { uuidV7 } from "@/lib/kernel/ids";

/** A context for tests: the clock stands still, ids and randomness repeat for the same seed. */
export function testContext(
  pool: Pool,
  given: { actor?: Actor; scope?: Scope; now?: Date; seed?: string } = {},
): Ctx {
  const now = given.now ?? new Date("2026-11-25T17:20:00Z");
  let drawn = 0;
  const random = (bytes: number): Uint8Array => {
    drawn += 1;
    const block = createHash("sha512")
      .update(`${given.seed ?? "test"}:${drawn}`)
      .digest();
    return new Uint8Array(block.subarray(0, bytes));
  };
  return {
    db: scopedDatabase(pool, given.scope ?? "*"),
    actor: given.actor ?? { kind: "system", job: "test" },
    now,
    requestId: `test-${given.seed ?? "test"}`,
    random,
    newId: () => uuidV7(now.getTime(), random(10)),
  };
}

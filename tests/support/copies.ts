import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { bodyId, demonstrationBodies } from "@/db/seed/bodies";
import type { Actor } from "@/lib/auth/actor";
import type { Copies } from "@/lib/calls/commands/copy-call";
import { copyCallSchema } from "@/lib/calls/schema/copies";
import type { Ctx } from "@/lib/context";
import { testContext } from "./context";

export const region = bodyId(demonstrationBodies.region);

/** Staff of the region, whose pages about the territory see through all walls. */
export async function regionalContext(pool: Pool, scope: "*" | readonly string[] = "*") {
  const personId = randomUUID();
  const actor: Actor = {
    kind: "staff",
    personId,
    roles: [{ bodyId: region, role: "administrator", regional: true }],
  };
  const ctx: Ctx = testContext(pool, { actor, scope, seed: randomUUID() });
  await ctx.db.execute(
    `insert into person (id, created_at) values ('${personId}', now()) on conflict do nothing`,
  );
  return ctx;
}

/** What the form of copies sends for these bodies. */
export function copiesFor(
  sourceId: string,
  bodies: readonly string[],
  change: Record<string, string> = {},
): Copies {
  const rows = bodies.flatMap((body, at) =>
    Object.entries({
      bodyId: body,
      title: "Parità di accesso",
      opensOn: "2026-11-26",
      closesOn: "2026-12-18",
      closesAtTime: "12:00",
      phone: `0587 00${at}`,
      responsibleOfficer: "Nora Bassi",
      substituteHolder: "Il direttore",
      actNumber: `Determina n. ${at + 1}`,
      actDate: "2026-11-20",
      "meetings.0.on": `2026-12-${20 + (at % 9)}`,
      "meetings.0.from": "17:00",
      "meetings.0.to": "19:00",
      "meetings.0.where": `Sala ${at}`,
    }).map(([field, value]) => [`rows.${at}.${field}`, value]),
  );
  return copyCallSchema.parse({
    sourceId,
    key: randomUUID(),
    ...Object.fromEntries(rows),
    ...change,
  });
}

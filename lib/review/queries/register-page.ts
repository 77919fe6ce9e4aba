import { and, desc, eq, inArray, lt, sql } from "drizzle-orm";
import { auditEvent } from "@/db/schema/audit";
import { registerEntry } from "@/db/schema/register";
import { type RecentCheck, recentCheck } from "@/lib/audit/recent-check";
import { bodiesWithRole } from "@/lib/auth/can";
import type { Ctx } from "@/lib/context";
import { registerNumber } from "@/lib/kernel/codes";
import { NotFound } from "@/lib/kernel/errors";

const PAGE = 50;

/** A line of the body's own register. */
export type RegisterLine = { id: string; number: string; kind: string; at: Date };

/** An event of the chain: codes only, as they were written. */
export type ChainLine = { key: string; sequence: number; at: Date; action: string; hash: string };

export type RegisterPage = {
  lines: RegisterLine[];
  next: string | undefined;
  events: ChainLine[];
  /** What is known of each chain, computed for this page from the last whole check on. */
  checks: RecentCheck[];
};

/** Register and chain of the actor's bodies; for officers and administrators. */
export async function registerPage(ctx: Ctx, before: string): Promise<RegisterPage> {
  const bodies = bodiesWithRole(ctx.actor, "officer", "administrator");
  if (bodies.length === 0) throw new NotFound();
  const [year, number] = before.split("-").map(Number);
  const older =
    year && number
      ? lt(
          sql`(${registerEntry.year}, ${registerEntry.number})`,
          sql`(${year}::int, ${number}::int)`,
        )
      : undefined;
  const [lines, events, checks] = await Promise.all([
    ctx.db
      .select({
        id: registerEntry.id,
        year: registerEntry.year,
        number: registerEntry.number,
        kind: registerEntry.kind,
        at: sql<string>`to_char(${registerEntry.registeredAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
      })
      .from(registerEntry)
      .where(and(inArray(registerEntry.bodyId, bodies), older))
      .orderBy(desc(registerEntry.year), desc(registerEntry.number))
      .limit(PAGE + 1),
    ctx.db
      .select({
        sequence: auditEvent.sequence,
        action: auditEvent.action,
        hash: auditEvent.hash,
        at: sql<string>`to_char(${auditEvent.at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
      })
      .from(auditEvent)
      .where(eq(auditEvent.chain, bodies[0] ?? ""))
      .orderBy(desc(auditEvent.sequence))
      .limit(PAGE),
    recentCheck(ctx, bodies),
  ]);
  const shown = lines.slice(0, PAGE);
  const last = lines.length > PAGE ? shown.at(-1) : undefined;
  return {
    lines: shown.map(({ id, year: of, number: at, kind, at: when }) => ({
      id,
      number: registerNumber(at, of),
      kind,
      at: new Date(when),
    })),
    next: last && `${last.year}-${last.number}`,
    events: events.map((one) => ({ ...one, key: String(one.sequence), at: new Date(one.at) })),
    checks,
  };
}

import { createHash } from "node:crypto";
import type { Database } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { uuidV7 } from "@/lib/kernel/ids";
import { addDays, type LocalDate } from "@/lib/kernel/local-date";
import { romeInstant } from "@/lib/kernel/rome-time";

/** What a part of the demonstration data is given: the day it is made for, and contexts. */
export type Seed = {
  /** The day, in Rome, that all dates are counted from. */
  today: LocalDate;
  /** The day `days` after today (before, if negative). */
  day(days: number): LocalDate;
  /** The instant of an hour of Rome on a day; throws for hours that do not exist. */
  instant(day: LocalDate, time: string): Date;
  /** A context for commands, inside the seed's transaction. The same name gives the same ids. */
  ctx(given: { name: string; at: Date; actor?: Actor }): Ctx;
};

export type SeedPart = (seed: Seed) => Promise<void>;

const seeder: Actor = { kind: "system", job: "seed" };

/** The seed over one database handle, which should be a transaction. */
export function makeSeed(db: Database, today: LocalDate): Seed {
  return {
    today,
    day: (days) => addDays(today, days),
    instant: romeTime,
    ctx: ({ name, at, actor = seeder }) => {
      const bytes = byteStream(name);
      return {
        db,
        actor,
        now: at,
        requestId: `seed:${name}`,
        newId: () => uuidV7(at.getTime(), bytes(10)),
        random: bytes,
      };
    },
  };
}

/** The same UUID for the same name, on every machine and every day. */
export function seedId(name: string): string {
  return uuidV7(Date.UTC(2026, 0, 1), digest(`id:${name}`).subarray(0, 10));
}

/** An hour of Rome as an instant. */
export function romeTime(day: LocalDate, time: string): Date {
  const found = romeInstant(day, time);
  if (!found.ok) throw new RangeError(`${day} ${time}: ${found.reason}`);
  return found.instant;
}

/** Bytes that look random and are the same for the same name. */
function byteStream(name: string): (count: number) => Uint8Array {
  let block = 0;
  return (count) => {
    const bytes = new Uint8Array(count);
    for (let at = 0; at < count; at += 32) {
      bytes.set(digest(`${name}:${block}`).subarray(0, Math.min(32, count - at)), at);
      block += 1;
    }
    return bytes;
  };
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

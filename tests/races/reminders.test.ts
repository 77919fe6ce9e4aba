import { expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { remindDrafts } from "@/lib/applications/commands/remind-drafts";
import { startApplication } from "@/lib/applications/commands/start-application";
import { makeContext } from "@/lib/context";
import { openCall, somebody } from "../support/applications";
import { testDatabase } from "../support/database";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");
const HOUR_MS = 3_600_000;

/** A run of the job at a moment of its own. */
const run = (at: number, batch?: number) =>
  remindDrafts(
    makeContext({
      db,
      actor: { kind: "system", job: "remind-drafts" },
      now: new Date(at),
      requestId: "test",
    }),
    batch,
  );

async function letters() {
  const { rows } = await database.owner.query<{ subject: string; hours: string; jobs: number }>(
    `select subject_id as subject, split_part(key, ':', 3) as hours,
       (select count(*)::int from graphile_worker.jobs j where j.key = 'send-message:' || m.id) as jobs
     from message m where kind = 'draftReminder' order by subject_id, hours desc`,
  );
  return rows;
}

test("workers at once, an end that moves, a day without workers: each reminder once", async () => {
  const people = await Promise.all(Array.from({ length: 7 }, () => somebody(db)));
  const now = Date.now();
  const closesAt = now + 80 * HOUR_MS;
  const { callId } = await openCall(people[0]?.ctx ?? fail(), { closesAt: new Date(closesAt) });
  const drafts: string[] = [];
  for (const { ctx } of people) {
    drafts.push((await startApplication(ctx, { callId, track: "citizen" })).applicationId);
  }
  await run(now);
  expect(await letters()).toEqual([]);

  const at72 = closesAt - 71 * HOUR_MS;
  // Batches of two, so that the runs meet in the middle.
  await Promise.all([run(at72, 2), run(at72 + 1000, 2), run(at72 + 2000, 3)]);
  const first = await letters();
  expect(first.map(({ subject }) => subject)).toEqual(drafts.toSorted());
  expect(first.every(({ hours, jobs }) => hours === "72" && jobs === 1)).toBe(true);

  // One is sent meanwhile, one loses its mailbox, and the end is moved by a day.
  await database.owner.query("update application set state = 'withdrawn' where id = $1", [
    drafts[0],
  ]);
  await database.owner.query("update person set email = null where id = $1", [people[1]?.personId]);
  const moved = closesAt + 24 * HOUR_MS;
  await database.owner.query("update call set closes_at = $2 where id = $1", [
    callId,
    new Date(moved),
  ]);
  // Nobody worked between 72 and 24 hours before the new end: what was missed gives way.
  const at24 = moved - 23 * HOUR_MS;
  await Promise.all([run(at24, 2), run(at24, 2)]);
  await run(at24 + HOUR_MS);
  await run(moved + 1);
  const all = await letters();
  const last = all.filter(({ hours }) => hours === "24").map(({ subject }) => subject);
  expect(all).toHaveLength(7 + 5);
  expect(last).toEqual(drafts.slice(2).toSorted());
});

function fail(): never {
  throw new Error("nobody is there");
}

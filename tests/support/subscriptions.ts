import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { sha256 } from "@/lib/platform/digest";
import { subscriptionToken } from "@/lib/subscriptions/mails";

/** Confirmed subscriptions, as they stand in the database; answers with their ids in key order. */
export async function subscribe(
  owner: Pool,
  count: number,
  given: {
    daily?: boolean;
    themes?: string[];
    zoneIds?: string[];
    audiences?: string[];
    since?: string;
  } = {},
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID()).toSorted();
  await owner.query(
    `insert into subscription (id, email, token_hash, zone_ids, themes, audiences, daily, locale, daily_since, confirmed_at, expires_at)
     select id, 'iscritta-' || id || '@example.it', hash, $3::uuid[], $4::text[], $5::text[], $6, 'it', $7, $7, $7::timestamptz + interval '2 years'
     from unnest($1::uuid[], $2::text[]) as given (id, hash)`,
    [
      ids,
      ids.map((id) => sha256(subscriptionToken(id))),
      ...[given.zoneIds ?? [], given.themes ?? [], given.audiences ?? []],
      ...[given.daily ?? false, given.since ?? "2026-11-01T08:00:00Z"],
    ],
  );
  return ids;
}

import { createHash } from "node:crypto";

/** What pg and drizzle hand to `query`: a text, or a text with how its rows are read. */
export type Query = string | { text: string; name?: string | undefined };

/** A connection keeps every prepared statement until it ends, so their number has an end too. */
const AT_MOST = 1_000;
const names = new Map<string, string>();

/**
 * A statement with values is prepared once per connection and planned once or a few times, not at
 * each call: planning was the larger part of what small statements cost.
 */
export function prepared(query: Query, values: readonly unknown[] | undefined): Query {
  if (!values || values.length === 0) return query;
  const config = typeof query === "string" ? { text: query } : query;
  if (config.name) return config;
  const name = nameOf(config.text);
  return name ? { ...config, name } : config;
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= AT_MOST) return known;
  // Pages and routes are bundled apart, each with a copy of this module, and share connections: a
  // number counted here would stand for another statement there.
  const name = createHash("sha256").update(text).digest("base64url");
  names.set(text, name);
  return name;
}

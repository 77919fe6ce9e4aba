import { Pool, type PoolClient } from "pg";
import { afterAll } from "vitest";

/**
 * A pool that counts what is asked of the database. The setting of the scope, made once per
 * connection, is not counted: in a running process connections live on.
 */
export function countingPool(connectionString: string): { pool: Pool; count(): number } {
  let asked = 0;
  const pool = new Pool({ connectionString, max: 4, pipeline: true });
  pool.on("error", () => undefined);
  pool.on("connect", (client: PoolClient) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    client.query = ((...given: unknown[]) => {
      if (!JSON.stringify(given[0]).includes("set_config")) asked += 1;
      return query(...given);
    }) as typeof client.query;
  });
  afterAll(() => pool.end());
  return { pool, count: () => asked };
}

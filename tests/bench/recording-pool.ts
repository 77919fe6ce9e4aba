import { Pool, type PoolClient } from "pg";

/** A statement as it was sent. */
export type Statement = { text: string; values: unknown[]; name?: string };

/** A pool that writes down what is sent through it, transaction marks included. */
export function recordingPool(url: string): { pool: Pool; taken(): Statement[] } {
  let sent: Statement[] = [];
  const pool = new Pool({ connectionString: url, max: 1, pipeline: true });
  pool.on("connect", (client) => record(client, (statement) => sent.push(statement)));
  return {
    pool,
    taken() {
      const statements = sent;
      sent = [];
      return statements;
    },
  };
}

function record(client: PoolClient, note: (statement: Statement) => void): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  client.query = ((first: unknown, second: unknown, ...rest: unknown[]) => {
    const { text, name } = (typeof first === "string" ? { text: first } : first) as Statement;
    note({ text, values: Array.isArray(second) ? second : [], ...(name ? { name } : {}) });
    return query(first, second, ...rest);
  }) as PoolClient["query"];
}

/** Sends recorded statements again, on one connection of a pool. */
export async function replay(pool: Pool, statements: readonly Statement[]): Promise<void> {
  const client = await pool.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    client.release();
  }
}

import { join } from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as migrateSchema } from "drizzle-orm/node-postgres/migrator";
import { Logger, runMigrations } from "graphile-worker";
import { Pool, type PoolClient } from "pg";
import { projectRoot } from "./project-root";
import { APP_ROLE } from "./roles";

/** Any constant: two processes that migrate at once take turns. */
const MIGRATION_LOCK = 7_264_120;

/**
 * Brings the database to the schema of this version: our migrations, the job queue's, then what
 * the application's role may do. Runs as the owner; running it again changes nothing.
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const pool = new Pool({ connectionString: ownerUrl, max: 3 });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  try {
    const client = await pool.connect();
    try {
      await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
      await ensureApplicationRole(client);
      await migrateSchema(drizzle(client), {
        migrationsFolder: join(projectRoot(), "db/migrations"),
      });
      await runMigrations({ pgPool: pool, logger: silent });
      await grant(client);
    } finally {
      // Ends the session, and with it the lock.
      client.release(true);
    }
  } finally {
    await pool.end();
  }
}

/** The role is there, and whoever migrates can take it: where one address does both, it has to. */
async function ensureApplicationRole(client: PoolClient): Promise<void> {
  const known = await client.query("select from pg_roles where rolname = $1", [APP_ROLE]);
  try {
    if (known.rowCount === 0) await client.query(`create role ${APP_ROLE} nologin`);
    const { rows } = await client.query<{ member: boolean }>(
      "select pg_has_role(current_user, $1, 'MEMBER') as member",
      [APP_ROLE],
    );
    // Whoever makes a role may hand it out, but does not hold it yet.
    if (!rows[0]?.member || known.rowCount === 0) {
      await client.query(`grant ${APP_ROLE} to current_user`);
    }
  } catch (error) {
    if ((error as { code?: string }).code !== "42501") throw error;
    throw new Error(
      `The role ${APP_ROLE} is missing, or this user may not take it. As administrator of the ` +
        `server run: create role ${APP_ROLE} nologin; grant ${APP_ROLE} to <this user>;`,
    );
  }
}

/**
 * The application reads and writes rows and nothing else. On the queue's tables, where
 * graphile-worker switches row-level security on for everybody but the owner, it passes.
 */
async function grant(client: PoolClient): Promise<void> {
  await client.query("begin");
  // What it may do in our own schema stands in the migrations: some tables are append-only.
  await client.query(`
    grant usage on schema graphile_worker to ${APP_ROLE};
    grant select, insert, update, delete on all tables in schema graphile_worker to ${APP_ROLE};
    grant usage, select on all sequences in schema graphile_worker to ${APP_ROLE};
    grant execute on all functions in schema graphile_worker to ${APP_ROLE};`);
  await client.query(`
    grant usage on schema drizzle to ${APP_ROLE};
    grant select on drizzle.__drizzle_migrations to ${APP_ROLE};`);
  await client.query(`
    do $$ declare t text; begin
      for t in select relname from pg_class
        where relnamespace = 'graphile_worker'::regnamespace and relkind = 'r' and relrowsecurity
      loop
        if not exists (select from pg_policies
          where schemaname = 'graphile_worker' and tablename = t and policyname = 'cantieri_app') then
          execute format('create policy cantieri_app on graphile_worker.%I to ${APP_ROLE}
            using (true) with check (true)', t);
        end if;
      end loop;
    end $$`);
  await client.query("commit");
}

const silent = new Logger(() => () => undefined);

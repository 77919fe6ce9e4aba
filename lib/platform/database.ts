import { join } from "node:path";
import { env } from "@/lib/env";
import { startPostgres } from "./postgres";
import { APP_ROLE, createDatabase, createRoles, OWNER_ROLE } from "./roles";

/** The database of an installation, and how to let go of it. */
export interface RunningDatabase {
  /** What migrates connects with this. */
  readonly ownerUrl: string;
  /** What serves connects with this, by way of `applicationUrl`. */
  readonly appUrl: string;
  readonly embedded: boolean;
  stop(): Promise<void>;
}

const DATABASE = "cantieri";

/** The server of DATABASE_URL where that is set, else an embedded one under `dataFolder`. */
export async function openDatabase(
  dataFolder: string,
  onLoss: (error: Error | undefined) => void,
): Promise<RunningDatabase> {
  const { DATABASE_URL, DATABASE_OWNER_URL } = env();
  if (DATABASE_URL) {
    return {
      ownerUrl: DATABASE_OWNER_URL ?? DATABASE_URL,
      appUrl: DATABASE_URL,
      embedded: false,
      stop: async () => undefined,
    };
  }
  return embeddedDatabase(join(dataFolder, "postgres"), onLoss);
}

/** An embedded server that is started again, on the same port, when it ends without being asked. */
async function embeddedDatabase(
  folder: string,
  onLoss: (error: Error | undefined) => void,
): Promise<RunningDatabase> {
  let stopping = false;
  let server = await startPostgres({ folder });
  await createRoles(server);
  await createDatabase(server, DATABASE);
  const watch = async () => {
    await server.ended;
    if (stopping) return;
    onLoss(undefined);
    try {
      server = await startPostgres({ folder, port: server.port });
      void watch();
    } catch (error) {
      onLoss(error as Error);
    }
  };
  void watch();
  return {
    ownerUrl: server.url(OWNER_ROLE, DATABASE),
    appUrl: server.url(APP_ROLE, DATABASE),
    embedded: true,
    async stop() {
      stopping = true;
      await server.stop();
    },
  };
}

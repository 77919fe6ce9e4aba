import { join } from "node:path";
import { env } from "@/lib/env";
import { startPostgres } from "./postgres";
import { APP_ROLE, createDatabase, createRoles, OWNER_ROLE } from "./roles";

/** The database of an installation, and how to let go of it. */
export interface RunningDatabase {
  /** What migrates connects with this. */
  readonly ownerUrl: string;
  /** What serves connects with this: bound by row-level security. */
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
      appUrl: DATABASE_OWNER_URL ? DATABASE_URL : actingAsApplication(DATABASE_URL),
      embedded: false,
      stop: async () => undefined,
    };
  }
  return embeddedDatabase(join(dataFolder, "postgres"), onLoss);
}

/**
 * With one address for both, its user owns the tables and the walls of row-level security would
 * not bind it: each session of the application therefore takes the role that owns nothing.
 */
export function actingAsApplication(url: string): string {
  const address = new URL(url);
  const options = address.searchParams.get("options");
  address.searchParams.set("options", [options, `-c role=${APP_ROLE}`].filter(Boolean).join(" "));
  return address.href;
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

import { buildIfNeeded } from "@/lib/platform/build";
import { onServer, type TestServer } from "./databases";

/** Any constant: test files that need the build at the same moment make it once. */
const BUILD_LOCK = 7_264_122;

/** The production build of these sources is there when this returns. */
export async function buildOnce(server: TestServer): Promise<void> {
  await onServer(server, async (client) => {
    await client.query("select pg_advisory_lock($1)", [BUILD_LOCK]);
    await buildIfNeeded(process.cwd(), () => process.stdout.write("next build ...\n"));
  });
}

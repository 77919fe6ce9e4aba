import { readFileSync } from "node:fs";
import { join } from "node:path";
import { adoptSettings } from "@/lib/env";

/**
 * Gives Next the configuration that the build was made with, as its own standalone server does:
 * next.config.ts, with all it imports, is not translated and run again at each start.
 */
export function adoptBuiltConfiguration(root: string): void {
  const file = join(root, ".next", "required-server-files.json");
  const { config } = JSON.parse(readFileSync(file, "utf8")) as { config: unknown };
  adoptSettings({ __NEXT_PRIVATE_STANDALONE_CONFIG: JSON.stringify(config) });
}

import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { adoptSettings, env, isGiven } from "@/lib/env";

const GENERATED = { AUTH_SECRET: 48, DATA_KEY: 32 } as const;

/**
 * A demonstration that was given no secrets uses its own: generated once and kept in its data
 * folder, so that what was signed and encrypted with them holds after the next start.
 */
export function adoptGeneratedSecrets(dataFolder: string): void {
  if (env().production) return;
  const file = join(dataFolder, "secrets.json");
  if (!existsSync(file)) {
    const made = Object.entries(GENERATED).map(([name, bytes]) => [
      name,
      randomBytes(bytes).toString("base64"),
    ]);
    writeFileSync(file, JSON.stringify(Object.fromEntries(made)), { mode: 0o600, flag: "wx" });
  }
  const kept = JSON.parse(readFileSync(file, "utf8")) as Record<keyof typeof GENERATED, string>;
  for (const name of ["AUTH_SECRET", "DATA_KEY"] as const) {
    if (!isGiven(name)) adoptSettings({ [name]: kept[name] });
  }
}

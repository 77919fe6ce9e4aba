import { existsSync } from "node:fs";
import { execute } from "./execute";
import { checkFloors } from "./floors";
import { judgeLayers } from "./judge-layers";
import { checkLockFile } from "./lock-file";
import { program, type Step } from "./steps";

/** Those of the tree's top that hold code; dependency-cruiser refuses names that do not exist. */
const LAYERED = ["app", "components", "db", "emails", "lib", "instrumentation.ts"].filter((path) =>
  existsSync(path),
);

/** All that is checked without running the product, apart from the unit tests. */
export const checks: readonly Step[] = [
  {
    name: "types (tsc)",
    async run() {
      const generated = await execute("next", ["typegen"]);
      if (generated.code !== 0) return generated.output;
      const { code, output } = await execute("tsc", ["--noEmit"]);
      return code === 0 ? "" : output;
    },
  },
  program("format and lint (biome)", "biome", ["check", "--max-diagnostics=50", "."]),
  program(
    "layers (dependency-cruiser)",
    "depcruise",
    ["--config", ".dependency-cruiser.mjs", ...LAYERED],
    judgeLayers,
  ),
  program("unused code and packages (knip)", "knip", ["--no-progress"]),
  {
    name: "floors of versions",
    run: async () => checkFloors().join("\n"),
  },
  { name: "lock file of every platform", run: async () => checkLockFile() },
];

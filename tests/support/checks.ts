import { existsSync } from "node:fs";
import { checkFloors } from "./floors";
import { execute, program, type Step } from "./steps";

/** Fewer modules than this were read, and the rules of the layers have not been applied. */
const LEAST_MODULES = 50;

/** Those of the tree's top that hold code; dependency-cruiser refuses names that do not exist. */
const LAYERED = [
  "app",
  "components",
  "db",
  "emails",
  "lib",
  "instrumentation.ts",
  "proxy.ts",
].filter((path) => existsSync(path));

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
];

/** Without a compiler it knows, dependency-cruiser reads nothing and is content with it. */
export function judgeLayers(code: number, output: string): string {
  const modules = Number(/(\d+) modules/.exec(output)?.[1] ?? 0);
  if (modules < LEAST_MODULES) return `only ${modules} modules were read\n${output}`;
  return code === 0 ? "" : output;
}

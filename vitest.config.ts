import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const postgres = ["tests/support/postgres-setup.ts"];
const browser = [...postgres, "tests/support/browser-setup.ts"];

export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      // Next resolves this marker by itself; outside of Next there is nothing to guard.
      { find: "server-only", replacement: `${root}tests/support/server-only.ts` },
    ],
  },
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    // Europe/Rome must come from the code, never from the machine.
    env: { TZ: "America/New_York" },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          sequence: { groupOrder: 0 },
          include: ["tests/unit/**/*.test.{ts,tsx}", "tests/architecture.test.ts"],
          pool: "threads",
          // By itself vitest leaves a core to others: on two cores half the machine would wait.
          maxWorkers: 2,
          // Properties take seconds on a machine that is busy with other things.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          sequence: { groupOrder: 1 },
          include: ["tests/integration/**/*.test.{ts,tsx}"],
          globalSetup: postgres,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: "races",
          sequence: { groupOrder: 2 },
          include: ["tests/races/**/*.test.ts"],
          globalSetup: postgres,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          sequence: { groupOrder: 3 },
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: [...browser, "tests/support/site-setup.ts"],
          // A journey of twenty pages takes minutes on a machine that is busy with other things.
          testTimeout: 300_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: "bench",
          sequence: { groupOrder: 4 },
          include: ["tests/bench/*.bench.ts"],
          globalSetup: browser,
          testTimeout: 600_000,
          hookTimeout: 300_000,
          maxWorkers: 1,
        },
      },
    ],
  },
});

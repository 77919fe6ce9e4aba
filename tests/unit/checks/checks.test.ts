import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { execute } from "../../support/execute";
import { belowFloor } from "../../support/floors";
import { judgeLayers } from "../../support/judge-layers";
import { missingFromLock } from "../../support/lock-file";
import { report } from "../../support/vitest-report";

describe("the floors of versions", () => {
  const floors = '{"next":"16.4.1"}';
  const lock = (packages: Record<string, { version: string }>) => JSON.stringify({ packages });

  test.each(["16.4.1", "16.5.0", "17.0.0", "16.4.10"])("%s is enough", (version) => {
    expect(belowFloor(lock({ "node_modules/next": { version } }), floors)).toEqual([]);
  });

  test.each(["16.4.0", "15.9.9", "16.4.1-canary.3", "16.3.20"])("%s is too low", (version) => {
    expect(belowFloor(lock({ "node_modules/next": { version } }), floors)).toHaveLength(1);
  });

  test("a second copy that another package brings counts", () => {
    const copies = {
      "node_modules/next": { version: "16.4.1" },
      "node_modules/other/node_modules/next": { version: "14.0.0" },
    };
    expect(belowFloor(lock(copies), floors)).toEqual([
      "node_modules/other/node_modules/next is 14.0.0, the floor is 16.4.1",
    ]);
  });

  test("a package that is not there at all is said", () => {
    expect(belowFloor(lock({}), floors)).toEqual(["next is not installed at all"]);
  });
});

describe("the lock file", () => {
  const lock = (packages: object) => JSON.stringify({ packages });
  const parent = { optionalDependencies: { "@tool/linux": "1.0.0", "@tool/darwin": "1.0.0" } };

  test("knows the optional packages of every platform", () => {
    const whole = {
      "node_modules/@tool/linux": {},
      "node_modules/tool/node_modules/@tool/darwin": {},
    };
    expect(missingFromLock(lock({ "node_modules/tool": parent, ...whole }))).toEqual([]);
  });

  test("is refused when those of other platforms were left out", () => {
    const partial = { "node_modules/tool": parent, "node_modules/@tool/linux": {} };
    expect(missingFromLock(lock(partial))).toEqual([
      "@tool/darwin, which node_modules/tool may need",
    ]);
  });
});

describe("the report of a test run", () => {
  const passing = { name: "a.test.ts", status: "passed", message: "", assertionResults: [] };
  const json = (given: object) => ({
    ...{ numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 },
    ...{ testResults: [passing] },
    ...given,
  });

  test("counts what passed", () => {
    expect(report(json({}), 0, "")).toEqual({ passed: 3, failed: 0, failures: [] });
  });

  test("a file that cannot be loaded is a failure", () => {
    const broken = { ...passing, status: "failed", message: "Cannot find module" };
    expect(report(json({ testResults: [broken] }), 1, "").failed).toBe(1);
  });

  test("a skipped test is a failure, and so is a run without any", () => {
    expect(report(json({ numPendingTests: 1 }), 0, "").failed).toBe(1);
    expect(report(json({ numPassedTests: 0 }), 0, "").failed).toBe(1);
  });

  test("an error outside of the tests is a failure", () => {
    expect(report(json({}), 1, "Unhandled Rejection").failures.join()).toContain("Unhandled");
  });

  test("the message of a failing test is kept", () => {
    const failing = {
      ...passing,
      status: "failed",
      assertionResults: [
        { status: "failed", fullName: "adds up", failureMessages: ["2 is not 3"] },
      ],
    };
    const { failed, failures } = report(json({ numFailedTests: 1, testResults: [failing] }), 1, "");
    expect(failed).toBe(1);
    expect(failures).toEqual(["a.test.ts > adds up\n2 is not 3"]);
  });
});

describe("the layers", () => {
  mkdirSync(".data", { recursive: true });
  const tree = mkdtempSync(resolve(".data", "layers-"));
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  test("fewer than fifty modules are not enough to believe it", () => {
    expect(
      judgeLayers(0, "no dependency violations found (0 modules, 0 dependencies cruised)"),
    ).toContain("only 0 modules");
    expect(judgeLayers(0, "no dependency violations found (153 modules)")).toBe("");
  });

  test("each forbidden import is found, through the alias and through a path", async () => {
    const planted = {
      "db/client.ts": "export const createPool = 1;",
      "lib/transaction.ts": "export const inTransaction = 1;",
      "lib/calls/queries.ts": "export type View = string; export const openCalls = 1;",
      "lib/workshops/core/seats.ts": "export const seats = 1;",
      "components/fine.tsx":
        'import type { View } from "@/lib/calls/queries"; export const a: View = "";',
      "app/page.tsx": 'import { createPool } from "@/db/client"; export const a = createPool;',
      "components/card.tsx":
        'import { openCalls } from "../lib/calls/queries"; export const a = openCalls;',
      "lib/calls/rules.ts":
        'import { seats } from "@/lib/workshops/core/seats"; export const a = seats;',
      "lib/kernel/time.ts": 'import { z } from "zod"; export const a = z;',
      "lib/audit/chain.ts":
        'import { openCalls } from "@/lib/calls/queries"; export const a = openCalls;',
      "lib/calls/lost.ts": 'import { b } from "@/lib/nowhere"; export const a = b;',
      "lib/kernel/one.ts": 'import { b } from "./two"; export const a = () => b;',
      "lib/kernel/two.ts": 'import { a } from "./one"; export const b = () => a;',
    };
    for (const [path, text] of Object.entries(planted)) {
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      writeFileSync(join(tree, path), text);
    }
    for (const config of [".dependency-cruiser.mjs", ".dependency-cruiser.resolve.mjs"]) {
      cpSync(config, join(tree, config));
    }
    const tops = ["app", "components", "db", "lib"];
    const args = ["--config", ".dependency-cruiser.mjs", "--output-type", "err", ...tops];
    const { code, output } = await execute("depcruise", args, { cwd: tree });
    const found = [...output.matchAll(/error (\S+): (\S+) →/g)].map(
      ([, rule, from]) => `${rule} ${from}`,
    );
    expect(code).not.toBe(0);
    expect(found.toSorted()).toEqual([
      "app-not-db app/page.tsx",
      "components-take-props components/card.tsx",
      "no-cycles lib/kernel/one.ts",
      "order-calls lib/calls/rules.ts",
      "pure-core lib/kernel/time.ts",
      "resolves lib/calls/lost.ts",
      "support-below-domains lib/audit/chain.ts",
    ]);
  });
});

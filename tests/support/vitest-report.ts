import { readFileSync, rmSync } from "node:fs";
import { execute } from "./execute";

/** What a run of vitest came to, from its JSON report. */
export interface Report {
  passed: number;
  failed: number;
  /** The failing tests with their messages, ready to print. */
  failures: string[];
}

interface VitestJson {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] | null }[];
  }[];
}

/** Runs vitest on some projects. A run that does not even report is one failure. */
export async function runVitest(
  projects: readonly string[],
  show?: (chunk: string) => void,
): Promise<Report> {
  const file = `.data/test-results/${projects.join("-")}.json`;
  rmSync(file, { force: true });
  const which = projects.flatMap((project) => ["--project", project]);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { code, output } = await execute(
    "vitest",
    ["run", ...which, ...reporters],
    show ? { show } : {},
  );
  try {
    return report(JSON.parse(readFileSync(file, "utf8")) as VitestJson, code, output);
  } catch (error) {
    return { passed: 0, failed: 1, failures: [`vitest did not report: ${error}\n${output}`] };
  }
}

/** Counts a file that cannot be loaded, a skipped test and an error outside of tests as failures. */
export function report(json: VitestJson, code: number, output: string): Report {
  const failures = json.testResults.flatMap((file) => {
    const failing = file.assertionResults.filter(({ status }) => status === "failed");
    if (failing.length === 0)
      return file.status === "failed" ? [`${file.name}\n${file.message}`] : [];
    return failing.map(
      (test) => `${file.name} > ${test.fullName}\n${test.failureMessages?.join("\n") ?? ""}`,
    );
  });
  const skipped = json.numPendingTests + json.numTodoTests;
  if (skipped > 0)
    failures.push(`${skipped} tests were skipped: a skipped test is not a passed one`);
  if (json.numPassedTests === 0) failures.push("no test was run");
  if (failures.length === 0 && code !== 0)
    failures.push(`vitest ended with code ${code}\n${output}`);
  const failed = Math.max(failures.length, json.numFailedTests);
  return { passed: json.numPassedTests, failed, failures };
}

import { buildIfNeeded } from "@/lib/platform/build";
import { checks } from "./support/checks";
import { runSteps } from "./support/steps";
import { type Report, runVitest } from "./support/vitest-report";

/**
 * `npm test`: the checks, the unit tests, one production build, then integration, races and the
 * browser with one embedded PostgreSQL. Ends with one line: N passed, N failed.
 */
const begin = performance.now();
const show = (chunk: string) => void process.stdout.write(chunk);
const reports: Report[] = [];

await stage("checks", async () => {
  const results = await runSteps(checks);
  const failures = results
    .filter(({ problem }) => problem)
    .map(({ name, problem }) => `${name}\n${problem}`);
  return { passed: results.length - failures.length, failed: failures.length, failures };
});
await stage("unit", () => runVitest(["unit"], show));
await stage("build", async () => {
  await buildIfNeeded(process.cwd(), () => show("next build ...\n"));
  return { passed: 1, failed: 0, failures: [] };
});
await stage("integration, races, browser", () => runVitest(["integration", "races", "e2e"], show));

const failures = reports.flatMap((report) => report.failures);
if (failures.length > 0) show(`\n\nFailed:\n\n${failures.join("\n\n")}\n`);
const passed = reports.reduce((sum, report) => sum + report.passed, 0);
const failed = reports.reduce((sum, report) => sum + report.failed, 0);
show(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

async function stage(name: string, run: () => Promise<Report>): Promise<void> {
  show(`\n== ${name} (after ${Math.round((performance.now() - begin) / 1000)} s)\n`);
  try {
    reports.push(await run());
  } catch (error) {
    reports.push({ passed: 0, failed: 1, failures: [`${name}: ${(error as Error).message}`] });
  }
}

import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { buildIfNeeded } from "@/lib/platform/build";
import { execute } from "../support/execute";
import { RESULTS, type Result } from "./result";

/**
 * `npm run bench [-- P1 P3 …]`: measures what docs/performance.md names, prints one JSON line for
 * each figure and a table. Ends with 1 when a goal was missed or a benchmark failed.
 */
const wanted = process.argv.slice(2).map((id) => id.toLowerCase());
const show = (text: string) => void process.stdout.write(text);

mkdirSync(".data/bench", { recursive: true });
rmSync(RESULTS, { force: true });
appendFileSync(RESULTS, "");
await buildIfNeeded(process.cwd(), () => show("next build ...\n"));
const files = wanted.map((id) => `tests/bench/${id}.bench.ts`);
const missing = files.filter((file) => !existsSync(file));
if (missing.length > 0) {
  show(`There is no ${missing.join(", ")}.\n`);
  process.exit(1);
}
const { code, output } = await execute("vitest", ["run", "--project", "bench", ...files]);
const results = readFileSync(RESULTS, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Result);
for (const result of results) show(`${JSON.stringify(result)}\n`);
show(`\n${table(results)}\n`);
if (code !== 0) show(`\n${output}\n`);
process.exitCode = code !== 0 || results.some((result) => !result.ok) ? 1 : 0;

function table(rows: readonly Result[]): string {
  const lines = rows.map(({ id, what, value, unit, limit, ratio, goal, ok }) => {
    const of = limit === null ? "–" : `${limit} ${unit}`;
    return `| ${id} | ${what} | ${value} ${unit} | ${of} | ${ratio ?? "–"} | ${goal} | ${ok ? "yes" : "no"} |`;
  });
  return [
    "| id | what | measured | limit in the same run | ratio | goal | met |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...lines,
  ].join("\n");
}

import { checks } from "./support/checks";
import { runSteps } from "./support/steps";
import { runVitest } from "./support/vitest-report";

/** `npm run check`: what can be known without a database or a browser, in under two minutes. */
const unit = {
  name: "unit tests",
  run: async () => (await runVitest(["unit"])).failures.join("\n\n"),
};
const results = await runSteps([...checks, unit]);
process.exitCode = results.some(({ problem }) => problem) ? 1 : 0;

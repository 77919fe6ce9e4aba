import { execute } from "./execute";

/** One thing that is checked: returns what is wrong, empty when nothing is. */
export interface Step {
  readonly name: string;
  run(): Promise<string>;
}

interface StepResult {
  readonly name: string;
  readonly problem: string;
}

/** Runs steps two at a time and prints a line for each as it ends, with its time. */
export async function runSteps(steps: readonly Step[]): Promise<StepResult[]> {
  const waiting = [...steps];
  const results: StepResult[] = [];
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const begin = performance.now();
      const problem = await step.run().catch((error: unknown) => String(error));
      const seconds = ((performance.now() - begin) / 1000).toFixed(1);
      process.stdout.write(`${problem ? "FAIL" : "ok  "}  ${step.name}  ${seconds} s\n`);
      if (problem) process.stdout.write(`${problem.trimEnd()}\n`);
      results.push({ name: step.name, problem });
    }
  };
  await Promise.all([lane(), lane()]);
  return results;
}

/** A step that runs a program of node_modules/.bin; what it prints is the problem if it fails. */
export function program(
  name: string,
  command: string,
  args: readonly string[],
  judge: (code: number, output: string) => string = (code, output) => (code === 0 ? "" : output),
): Step {
  return {
    name,
    async run() {
      const { code, output } = await execute(command, args);
      return judge(code, output);
    },
  };
}

import { EnvironmentProblems, env } from "@/lib/env";

/** Runs once before the first request: a process with wrong settings does not come up. */
export function register(): void {
  try {
    env();
  } catch (error) {
    if (!(error instanceof EnvironmentProblems)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

import { EnvironmentProblems, env } from "@/lib/env";

/** Ends a process whose settings are not right, saying all that is wrong with them. */
export function refuseWrongSettings(): void {
  try {
    env();
  } catch (error) {
    if (!(error instanceof EnvironmentProblems)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

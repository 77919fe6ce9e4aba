import { format } from "node:util";
import { log } from "./log";

const LEVELS = { error: "error", warn: "warn", info: "info", log: "info", debug: "debug" } as const;

/**
 * Next prints the errors of pages to the console, with the values of the query that failed. From
 * here on what is printed goes the way of every line of the log, where personal data is taken out.
 */
export function consoleIntoLog(target: Pick<Console, keyof typeof LEVELS>, into = log): void {
  for (const method of Object.keys(LEVELS) as (keyof typeof LEVELS)[]) {
    target[method] = (...given: unknown[]) => {
      const err = given.find((part) => part instanceof Error);
      const words = given.filter((part) => typeof part !== "object");
      const rest = given.filter((part) => typeof part === "object" && part !== err);
      const more = rest.length > 0 ? { rest } : {};
      into[LEVELS[method]]({ from: "console", ...(err ? { err } : {}), ...more }, format(...words));
    };
  }
}

import { type Logger, pino } from "pino";
import { logLevel } from "@/lib/env";
import { withoutPersonalData } from "./redact";

/**
 * Lines of JSON for machines. Nothing personal belongs in them: what is logged are codes, ids and
 * durations, and what slips in all the same is taken out on the way.
 */
export function createLogger(options: { level: string; write?: (line: string) => void }): Logger {
  const { write } = options;
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => withoutPersonalData(fields) as Record<string, unknown>,
      },
      serializers: { err: (error) => error },
      hooks: {
        logMethod(args: unknown[], method) {
          const [first, ...rest] = args;
          // Of an error given alone pino takes the message as it is.
          const clean =
            first instanceof Error
              ? [{ err: first }, ...(rest.length > 0 ? rest : [first.message])]
              : args;
          method.apply(this, clean.map(cleanArgument) as Parameters<typeof method>);
        },
      },
    },
    ...(write ? [{ write }] : []),
  );
}

/** The log of this process, at the level of LOG_LEVEL. */
export const log: Logger = createLogger({ level: logLevel() });

/** Objects are cleaned once, when pino formats them. */
function cleanArgument(argument: unknown, position: number): unknown {
  return position === 0 && typeof argument === "object" ? argument : withoutPersonalData(argument);
}

import type { Task, TaskList } from "graphile-worker";
import type { Database } from "@/db/client";
import { purgeSignIns } from "@/lib/auth/commands/purge-sign-ins";
import { renderDocument } from "@/lib/documents/commands/render-document";
import { sendMessage } from "@/lib/mail/send-message";
import { writeLetters } from "@/lib/review/commands/write-letters";
import { expireSeatOffers } from "@/lib/workshops/commands/expire-seat-offers";
import type { JobName, JobPayloads } from "./enqueue";
import { jobContext } from "./job-context";
import type { JobTools } from "./job-tools";

type Handler<Name extends JobName> = (
  payload: JobPayloads[Name],
  tools: JobTools,
) => Promise<unknown>;

/** Each job has exactly one handler: by type none is missing and none is unknown. */
const handlers: { [Name in JobName]: Handler<Name> } = {
  "send-message": sendMessage,
  "render-document": renderDocument,
  "expire-seat-offers": (payload, { ctx }) => expireSeatOffers(ctx, payload),
  "purge-sign-ins": (_payload, { ctx }) => purgeSignIns(ctx),
  "write-letters": (payload, { ctx }) => writeLetters(ctx, payload),
};

/** What is done by the clock (UTC), in graphile-worker's format; one worker of all does it. */
export const crontab = `
17 3 * * * purge-sign-ins ?fill=1d
`;

/** The tasks of graphile-worker: each job gets a context of its own. */
export function taskList(db: Database, shared: Omit<JobTools, "ctx">): TaskList {
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => {
      const task: Task = async (payload) => {
        const ctx = jobContext(db, name);
        await (handler as Handler<JobName>)(payload as never, { ...shared, ctx });
      };
      return [name, task];
    }),
  );
}

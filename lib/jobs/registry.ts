import { randomUUID } from "node:crypto";
import type { Task, TaskList } from "graphile-worker";
import { type Database } from "@/db/client";
import { makeContext } from "@/lib/context";
import { renderDocument } from "@/lib/documents/render-document";
import { sendMessage } from "@/lib/mail/send-message";
import { promoteWaiting } from "@/lib/workshops/commands/promote-waiting";
import type { JobName, JobPayloads } from "./enqueue";
import type { JobTools } from "./job-tools";

type Handler<Name extends JobName> = (
  payload: JobPayloads[Name],
  tools: JobTools,
) => Promise<unknown>;

/** Each job has exactly one handler: by type none is missing and none is unknown. */
const handlers: { [Name in JobName]: Handler<Name> } = {
  "send-message": sendMessage,
  "render-document": renderDocument,
  "promote-waiting": promoteWaiting,
};

/** The tasks of graphile-worker: each job gets a context of its own. */
export function taskList(db: Database, shared: Omit<JobTools, "ctx">): TaskList {
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => {
      const task: Task = async (payload) => {
        const ctx = makeContext({
          db,
          actor: { kind: "system", job: name },
          now: new Date(),
          requestId: randomUUID(),
        });
        await (handler as Handler<JobName>)(payload as never, { ...shared, ctx });
      };
      return [name, task];
    }),
  );
}

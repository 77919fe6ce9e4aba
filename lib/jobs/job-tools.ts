import type { Ctx } from "@/lib/context";
import type { Postman } from "@/lib/mail/postman";

/** What a job is given beside its payload. */
export type JobTools = {
  /** System actor, scope "*", the instant the job began. */
  ctx: Ctx;
  /** Undefined where letters go into the trial mailbox. */
  postman: Postman | undefined;
  /** Names the worker process in what it holds, as in `worker_heartbeat`. */
  workerId: string;
  /** See `Liveness.hold`. */
  hold: () => () => boolean;
};

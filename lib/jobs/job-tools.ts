import type { Ctx } from "@/lib/context";
import type { Postman } from "@/lib/mail/postman";

/** What a job is given beside its payload. */
export type JobTools = {
  /** System actor, scope "*", the instant the job began. */
  ctx: Ctx;
  /** Undefined where letters go into the trial mailbox. */
  postman: Postman | undefined;
  /** This process, as it signs what it holds; see `Liveness`. */
  worker: { readonly workerId: string; hold(): Promise<() => boolean> };
};

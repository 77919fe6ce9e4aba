import type { Task, TaskList } from "graphile-worker";
import type { Database } from "@/db/client";
import { carryOutRetention } from "@/lib/applications/commands/carry-out-retention";
import { collectUploads } from "@/lib/applications/commands/collect-uploads";
import { expireIntegrations } from "@/lib/applications/commands/expire-integrations";
import { purgeKeptMessages } from "@/lib/applications/commands/purge-kept-messages";
import { remindDrafts } from "@/lib/applications/commands/remind-drafts";
import { remindIntegrations } from "@/lib/applications/commands/remind-integrations";
import { scanWaitingFiles } from "@/lib/applications/commands/scan-waiting-files";
import { tellClarification } from "@/lib/applications/commands/tell-clarification";
import { tellMessages } from "@/lib/applications/commands/tell-messages";
import { tellOffice } from "@/lib/applications/commands/tell-office";
import { applicantsOfCall } from "@/lib/applications/queries/act-recipients";
import { checkChains } from "@/lib/audit/check-chains";
import { purgeSignIns } from "@/lib/auth/commands/purge-sign-ins";
import { type ActAudience, announceAct } from "@/lib/calls/commands/announce-act";
import { renderDocument } from "@/lib/documents/commands/render-document";
import { collectFiles } from "@/lib/files/collect-files";
import { sendMessage } from "@/lib/mail/send-message";
import { writeLetters } from "@/lib/review/commands/write-letters";
import { purgeSubscriptions } from "@/lib/subscriptions/commands/purge-subscriptions";
import { sendDigests } from "@/lib/subscriptions/commands/send-digests";
import { tellSubscribers } from "@/lib/subscriptions/commands/tell-subscribers";
import { subscribersForCall } from "@/lib/subscriptions/queries/subscribers";
import { expireSeatOffers } from "@/lib/workshops/commands/expire-seat-offers";
import type { JobName, JobPayloads } from "./enqueue";
import { jobContext } from "./job-context";
import type { JobTools } from "./job-tools";

type Handler<Name extends JobName> = (
  payload: JobPayloads[Name],
  tools: JobTools,
) => Promise<unknown>;

/** Who is told of the acts of a call, those with a draft or application first. */
const actAudiences: readonly ActAudience[] = [applicantsOfCall, subscribersForCall];

/** Each job has exactly one handler: by type none is missing and none is unknown. */
const handlers: { [Name in JobName]: Handler<Name> } = {
  "send-message": sendMessage,
  "render-document": renderDocument,
  "expire-seat-offers": (payload, { ctx }) => expireSeatOffers(ctx, payload),
  "purge-sign-ins": (_payload, { ctx }) => purgeSignIns(ctx),
  "scan-files": (_payload, { ctx }) => scanWaitingFiles(ctx),
  "collect-uploads": (_payload, { ctx }) => collectUploads(ctx),
  "collect-files": (_payload, { ctx }) => collectFiles(ctx),
  "check-chains": (_payload, { ctx }) => checkChains(ctx),
  "tell-clarification": (payload, { ctx }) => tellClarification(ctx, payload),
  "write-letters": (payload, { ctx }) => writeLetters(ctx, payload),
  "tell-subscribers": (payload, { ctx }) => tellSubscribers(ctx, payload),
  "send-digests": (_payload, { ctx }) => sendDigests(ctx),
  "purge-subscriptions": (_payload, { ctx }) => purgeSubscriptions(ctx),
  "remind-drafts": (_payload, { ctx }) => remindDrafts(ctx),
  "tell-messages": (_payload, { ctx }) => tellMessages(ctx),
  "tell-office": (_payload, { ctx }) => tellOffice(ctx),
  "purge-kept-messages": (_payload, { ctx }) => purgeKeptMessages(ctx),
  "carry-out-retention": (_payload, { ctx }) => carryOutRetention(ctx),
  "remind-integrations": (_payload, { ctx }) => remindIntegrations(ctx),
  "expire-integrations": (_payload, { ctx }) => expireIntegrations(ctx),
  "announce-act": (payload, { ctx }) => announceAct(ctx, payload, actAudiences),
};

/**
 * What is done by the clock (UTC), in graphile-worker's format; one worker of all does it. What comes
 * every minute replaces the one before it, so that failures do not pile up.
 */
export const crontab = `
* * * * * scan-files ?max=1&jobKey=scan-files
* * * * * tell-messages ?max=1&jobKey=tell-messages
* * * * * expire-integrations ?max=1&jobKey=expire-integrations
*/5 * * * * tell-office ?max=1&jobKey=tell-office
*/5 * * * * remind-drafts ?max=1&jobKey=remind-drafts
23 * * * * collect-uploads ?max=1&jobKey=collect-uploads
*/5 * * * * remind-integrations ?max=1&jobKey=remind-integrations
41 1 * * * check-chains ?fill=1d
7 2 * * * carry-out-retention ?fill=1d
47 2 * * * collect-files ?fill=1d
17 3 * * * purge-sign-ins ?fill=1d
27 3 * * * purge-kept-messages ?fill=1d
37 3 * * * purge-subscriptions ?fill=1d
0 5 * * * send-digests ?fill=1d
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

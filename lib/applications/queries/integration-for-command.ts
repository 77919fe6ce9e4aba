import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { attachment } from "@/db/schema/applications";
import { fileObject } from "@/db/schema/files";
import { integrationRequest } from "@/db/schema/integrations";
import { fieldsOf } from "@/lib/calls/core/form-definition";
import type { Ctx } from "@/lib/context";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { sha256 } from "@/lib/platform/digest";
import { type Integrated, integrate } from "../core/integration-answers";
import type { RequestFacts } from "../core/integration-rules";
import type { IntegrationState } from "../core/integration-states";
import type { AttachmentState } from "../core/rules";
import type { Snapshot } from "../core/snapshot";
import {
  applicationForCommand,
  type LoadedApplication,
  type StoredAttachment,
} from "./application-for-command";
import type { MunicipalityCodes } from "./municipality-codes";
import { submissionOf } from "./submission-of";

export type LoadedRequest = typeof integrationRequest.$inferSelect & RequestFacts;

export type LoadedIntegration = Awaited<ReturnType<typeof integrationForCommand>>;

type Options = { lock?: boolean; receivedAt?: string };

/**
 * The last request of the office for an application, with the answer as far as it is prepared and
 * what was sent before. With `lock` the application is held, which all that settles a request does
 * first. `receivedAt` (UTC, microseconds) is compared with the end by the database.
 */
export async function integrationForCommand(tx: Ctx, id: string, options: Options = {}) {
  const found = await applicationForCommand(tx, id, options);
  return { ...found, ...(await integrationOf(tx, found, options.receivedAt)) };
}

/** The same for an application that is loaded already. Undefined request: nothing was ever asked. */
export async function integrationOf(tx: Ctx, found: LoadedApplication, receivedAt?: string) {
  const { id } = found.application;
  const at = sql`coalesce(${receivedAt ?? null}::timestamptz, clock_timestamp())`;
  const [[row], waiting, last] = await Promise.all([
    tx.db
      .select({
        request: integrationRequest,
        over: sql<boolean>`date_trunc('second', ${at}) > ${integrationRequest.closesAt}`,
      })
      .from(integrationRequest)
      .where(eq(integrationRequest.applicationId, id))
      .orderBy(desc(integrationRequest.requestedAt))
      .limit(1),
    waitingFiles(tx, id),
    submissionOf(tx, id, "last"),
  ]);
  const request: LoadedRequest | undefined = row && {
    ...row.request,
    state: row.request.state as IntegrationState,
    over: row.over,
  };
  const removed = new Set(request?.removedFiles);
  const files = [...found.attachments.filter((file) => !removed.has(file.id)), ...waiting];
  const snapshot: Snapshot = JSON.parse(last.snapshot);
  return { request, files, last, snapshot, sent: snapshot.answers };
}

/** Files that wait in an answer that is not sent. */
async function waitingFiles(tx: Ctx, applicationId: string): Promise<StoredAttachment[]> {
  const rows = await tx.db
    .select({
      id: attachment.id,
      fieldId: attachment.fieldId,
      name: attachment.name,
      size: fileObject.size,
      sha256: fileObject.sha256,
      mediaType: fileObject.mediaType,
      state: attachment.state,
    })
    .from(attachment)
    .innerJoin(fileObject, eq(fileObject.sha256, attachment.fileHash))
    .where(and(eq(attachment.applicationId, applicationId), isNull(attachment.sinceSubmission)))
    .orderBy(asc(attachment.createdAt), asc(attachment.id));
  return rows.map((row) => ({ ...row, state: row.state as AttachmentState }));
}

type Prepared = Pick<
  Awaited<ReturnType<typeof integrationOf>>,
  "files" | "sent" | "last" | "request"
> &
  LoadedApplication & { request: LoadedRequest };

/** The answer as it stands, put together with what was sent and judged. */
export function assessIntegration(found: Prepared, municipalities: MunicipalityCodes): Integrated {
  const { definition, application, request, sent, files } = found;
  const ofZone = municipalities.byZone.get(found.call.zoneId ?? "");
  const given: Record<string, unknown> = Object.assign(
    {},
    ...Object.values(request.sections).map((section) => section.answers),
  );
  return integrate({
    ...{ definition, sent, given, items: request.items },
    track: application.track ?? "citizen",
    files: Object.fromEntries(
      fieldsOf(definition)
        .filter((field) => field.type === "file")
        .map(({ id }) => [id, files.filter((file) => file.fieldId === id).map((file) => file.id)]),
    ),
    municipalities: municipalities.all,
    ...(ofZone && { zoneMunicipalities: ofZone }),
  });
}

/** Digest of what the summary of an answer shows, to be sent back with the confirmation. */
export function integrationDigest({ request, files, last }: Prepared): string {
  return sha256(
    canonicalJson({
      request: request.id,
      sections: Object.fromEntries(
        Object.entries(request.sections).map(([id, section]) => [id, section.revision]),
      ),
      files: files.map((file) => `${file.id}:${file.sha256}`),
      before: last.digest,
    }),
  );
}

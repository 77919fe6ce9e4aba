import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/kernel/ids";
import { answerByDesk } from "../core/answer-by-desk";
import { changedFields, prepared } from "../core/integration-answers";
import { answerFacts, mayAnswer, mayPrepare } from "../core/integration-rules";
import { openedWith } from "../core/opened-with";
import { applicationPolicy } from "../policy";
import { formPlaces } from "./form-places";
import {
  assessIntegration,
  integrationDigest,
  integrationForCommand,
} from "./integration-for-command";
import { unfinishedUploads } from "./own-uploads";

export type IntegrationPage = Awaited<ReturnType<typeof integrationPage>>;

/**
 * What the office asks about an application, and the answer as far as it is prepared, for those who
 * work on it. NotFound where nothing was ever asked.
 */
export async function integrationPage(ctx: Ctx, id: string) {
  if (!isUuid(id)) throw new NotFound();
  const [loaded, places, uploads] = await Promise.all([
    integrationForCommand(ctx, id),
    formPlaces(ctx),
    unfinishedUploads(ctx, id),
  ]);
  applicationPolicy.authorize(ctx.actor, "application.edit", loaded.application);
  const { request } = loaded;
  if (!request) throw new NotFound();
  const found = { ...loaded, request };
  const { codes, ...municipalities } = places.of(found.call.zoneId);
  const integrated = assessIntegration(found, codes);
  const { questions } = integrated;
  const written = prepared(questions, request.sections);
  const answers: Record<string, unknown> = Object.assign(
    {},
    ...Object.values(written.sections).map((section) => section.answers),
  );
  const files = Object.fromEntries(
    [...Map.groupBy(found.files, (file) => file.fieldId)].map(
      ([field, own]) => [field, own.map((file) => file.id)] as const,
    ),
  );
  const facts = answerFacts(request, found.files, integrated.errors);
  return {
    ...found,
    ...municipalities,
    ...{ integrated, questions, uploads },
    /** What stands on the page: as it was sent until it is written anew. */
    values: { ...questions.values, ...answers, ...files },
    opened: openedWith({ ...written, application: found.application }),
    changed: new Set(
      changedFields(found.definition, found.sent, integrated.answers).map((field) => field.id),
    ),
    content: integrationDigest(found),
    answersForIt: applicationPolicy.can(ctx.actor, "application.answer", {
      ...found.application,
      atDesk: answerByDesk(found.desk?.answering, request) !== undefined,
    }),
    /** Seen by the desk that entered it. */
    atDesk: applicationPolicy.can(ctx.actor, "application.atDesk", found.application),
    mayPrepare: mayPrepare(found.application, request),
    mayAnswer: mayAnswer(found.application, request, facts),
  };
}

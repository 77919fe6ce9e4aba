import { dateOfExact } from "@/lib/calls/core/deadline";
import { changesFor } from "@/lib/calls/core/form-news";
import { type FormChange, formChange } from "@/lib/calls/queries/form-change";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/kernel/ids";
import { exactly, needsLateReason } from "../core/arrival";
import { draftAnswers } from "../core/draft-answers";
import { mayEdit, mayReplace, maySubmit } from "../core/rules";
import { applicationPolicy } from "../policy";
import { applicationForCommand, type LoadedApplication } from "./application-for-command";
import { applicationFacts, assessApplication, contentDigest } from "./assess-application";
import { formPlaces } from "./form-places";
import { unfinishedUploads } from "./own-uploads";

export type DraftPage = Awaited<ReturnType<typeof draftPage>>;

/**
 * All that the pages of an application show, for its author: three statements, at times the zones too, and
 * two more where the form of the call is another than the one that it was begun or sent with.
 */
export async function draftPage(ctx: Ctx, id: string) {
  if (!isUuid(id)) throw new NotFound();
  const [found, places, uploads] = await Promise.all([
    applicationForCommand(ctx, id),
    formPlaces(ctx),
    unfinishedUploads(ctx, id),
  ]);
  applicationPolicy.authorize(ctx.actor, "application.edit", found.application);
  const { codes, ...municipalities } = places.of(found.call.zoneId);
  const assessment = assessApplication(found, codes);
  // Declarations are made with the sending itself: the page says whether all else is there.
  const { arrivedAt } = found.application;
  const facts = { ...applicationFacts(found, assessment), undeclared: 0 };
  const isOver = needsLateReason(found.call.closesAt, exactly(ctx.now));
  return {
    ...found,
    /** Files that the reader began to upload and that are not all here. */
    uploads,
    ...municipalities,
    assessment,
    facts,
    values: draftAnswers(found.definition, found),
    content: contentDigest(found),
    news: await formNewsOf(ctx, found),
    /** False for a colleague of who answers for it. */
    answersForIt: applicationPolicy.can(ctx.actor, "application.submit", found.application),
    /** When the paper came that the desk types it from. */
    arrivedAt: arrivedAt === null ? null : dateOfExact(arrivedAt),
    /** Why it is sent after the end is still to be said. */
    asksLateReason: arrivedAt !== null && !found.desk?.lateReason && isOver,
    /** The end of the call is past, whatever came before it. */
    isOver,
    /** Seen by the desk that entered it. */
    atDesk: applicationPolicy.can(ctx.actor, "application.atDesk", found.application),
    mayEdit: mayEdit(found.application, found.facts, found.timing),
    maySubmit: maySubmit(facts, found.facts, found.timing),
    /** Change what was sent, and send it again. */
    mayReplace: mayReplace(found.application, found.facts, found.timing).ok,
  };
}

/** What of the form is new for who applies on this track. */
async function formNewsOf(
  ctx: Ctx,
  { call, begunWith, application }: LoadedApplication,
): Promise<FormChange | undefined> {
  const { formDefinitionId } = call;
  if (formDefinitionId === null || formDefinitionId === begunWith) return undefined;
  const news = await formChange(ctx, call.id, begunWith, formDefinitionId);
  return news && { ...news, changes: changesFor(news.changes, application.track ?? "citizen") };
}

import { and, eq } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { call } from "@/db/schema/calls";
import { organisation } from "@/db/schema/people";
import { body } from "@/db/schema/territory";
import { personOf } from "@/lib/auth/actor";
import { isPublic } from "@/lib/calls/core/call-status";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { ownOrganisations } from "@/lib/people/queries/organisations";
import { mayStart } from "../core/rules";
import { timingOf } from "../core/timing";
import { type ApplicationTrack, tracksOf } from "../core/tracks";
import { callFacts } from "./application-for-command";
import { workedOnBy } from "./worked-on-by";

/** A call as who is about to apply sees it, with the drafts already begun. */
export async function startPage(ctx: Ctx, slug: string) {
  const [row] = await ctx.db
    .select({ call, bodyName: body.name })
    .from(call)
    .innerJoin(body, eq(body.id, call.bodyId))
    .where(eq(call.slug, slug));
  if (!row || !isPublic(row.call, ctx.now)) throw new NotFound();
  const timing = timingOf(row.call, ctx.now);
  const facts = callFacts(row.call, ctx.actor);
  const judged = tracksOf(row.call.audiences).map((track) => ({
    ...{ track, verdict: mayStart(facts, timing, track) },
  }));
  const open = judged.filter(({ verdict }) => verdict.ok);
  const tracks = open.map(({ track }) => track);
  const [drafts, organisations] = await Promise.all([
    draftsOf(ctx, row.call.id),
    ownOrganisations(ctx),
  ]);
  return {
    ...row,
    tracks,
    drafts,
    organisations: organisations.filter(() => tracks.includes("organisation")),
    signedIn: ctx.actor.kind === "person",
    /** Open for some of its audiences, it is open: the others are not offered. */
    verdict: (open[0] ?? judged[0])?.verdict ?? mayStart(facts, timing, "citizen"),
  };
}

/** One's own drafts for a call, and those of one's organisations. */
async function draftsOf(ctx: Ctx, callId: string) {
  const personId = personOf(ctx.actor);
  if (!personId) return [];
  const rows = await ctx.db
    .select({ id: application.id, track: application.track, organisation: organisation.name })
    .from(application)
    .leftJoin(organisation, eq(organisation.id, application.organisationId))
    .where(
      and(
        eq(application.callId, callId),
        workedOnBy(ctx.actor, personId),
        eq(application.state, "draft"),
      ),
    );
  return rows.map((row) => ({ ...row, track: row.track as ApplicationTrack }));
}

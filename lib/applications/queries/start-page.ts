import { and, eq } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { call } from "@/db/schema/calls";
import { body } from "@/db/schema/territory";
import { personOf } from "@/lib/auth/actor";
import { isPublic } from "@/lib/calls/core/call-status";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { mayStart } from "../core/rules";
import { timingOf } from "../core/timing";
import { type ApplicationTrack, tracksOf } from "../core/tracks";
import { callFacts } from "./application-for-command";

/** A call as who is about to apply sees it, with the drafts already begun. */
export async function startPage(ctx: Ctx, slug: string) {
  const [row] = await ctx.db
    .select({ call, bodyName: body.name })
    .from(call)
    .innerJoin(body, eq(body.id, call.bodyId))
    .where(eq(call.slug, slug));
  if (!row || !isPublic(row.call, ctx.now)) throw new NotFound();
  const tracks = tracksOf(row.call.audiences);
  const timing = timingOf(row.call, ctx.now);
  const personId = personOf(ctx.actor);
  const drafts = personId
    ? await ctx.db
        .select({ id: application.id, track: application.track })
        .from(application)
        .where(
          and(
            eq(application.callId, row.call.id),
            eq(application.personId, personId),
            eq(application.state, "draft"),
          ),
        )
    : [];
  return {
    ...row,
    tracks,
    drafts: drafts as { id: string; track: ApplicationTrack }[],
    signedIn: ctx.actor.kind === "person",
    verdict: mayStart(callFacts(row.call, ctx.actor), timing, tracks[0] ?? "citizen"),
  };
}

import { eq } from "drizzle-orm";
import { call } from "@/db/schema/calls";
import type { Actor } from "@/lib/auth/actor";
import { archiveCall } from "@/lib/calls/commands/archive-call";
import { createCall } from "@/lib/calls/commands/create-call";
import { publishCall } from "@/lib/calls/commands/publish-call";
import { publishCallOutcome } from "@/lib/calls/commands/publish-call-outcome";
import { saveCall } from "@/lib/calls/commands/save-call";
import { startReview } from "@/lib/calls/commands/start-review";
import { saveCallSchema } from "@/lib/calls/schema";
import { addDays } from "@/lib/kernel/local-date";
import { demonstrationStaff } from "./accounts";
import { bodyId, demonstrationBodies } from "./bodies";
import { seedExtension, seedRectification, seedRectificationOf2022 } from "./call-acts";
import { seedDocuments } from "./call-documents";
import type { CallFacts } from "./data/call-facts";
import { orientationService, thirdSectorNetwork } from "./data/calls-just-closed";
import {
  callsOfOthers,
  comitatoValleDelSerchio,
  rectifiedInOctober2022,
} from "./data/calls-of-others";
import { callsOfThePast } from "./data/calls-of-the-past";
import { accessibleServices, communityActivators, equalAccess } from "./data/calls-of-today";
import { editorFieldsOf } from "./data/editor-fields";
import { personId } from "./people";
import { romeTime, type Seed, seedId } from "./seed";
import { processId } from "./territory";

/** The calls of the demonstration, by where they stand; ids and addresses never change. */
export const demonstrationCalls = {
  upcoming: { id: seedId("call:servizi-accessibili"), slug: "servizi-accessibili" },
  open: { id: seedId("call:parita-di-accesso"), slug: "parita-di-accesso" },
  closesToday: { id: seedId("call:attivatori-di-comunita"), slug: "attivatori-di-comunita" },
  underReview: { id: seedId("call:servizio-di-orientamento"), slug: "servizio-di-orientamento" },
  outcomePublished: { id: seedId("call:rete-del-terzo-settore"), slug: "rete-del-terzo-settore" },
} as const;

/**
 * The officer of a body, who writes and publishes its calls. Bodies in which nobody signs in have
 * one of another body stand in for theirs.
 */
export function officerOf(slug: string): Actor & { kind: "staff" } {
  const officers = demonstrationStaff.filter((member) => member.roles.includes("officer"));
  const officer = officers.find((member) => member.body === slug) ?? officers[0];
  if (!officer) throw new Error(`nobody publishes for ${slug}`);
  return {
    kind: "staff",
    personId: personId(officer.key),
    roles: [{ bodyId: bodyId(slug), role: "officer" }],
  };
}

/** All calls, published by the commands that people use, with the clock set to their own days. */
export async function seedCalls(seed: Seed): Promise<void> {
  for (const facts of callsOfThePast) await seedArchived(seed, facts);
  const { today } = seed;
  for (const write of [
    thirdSectorNetwork,
    orientationService,
    equalAccess,
    communityActivators,
    accessibleServices,
  ]) {
    await seedPublished(seed, write(today));
  }
  await seedExtension(seed, demonstrationCalls.open.id, officerOf(demonstrationBodies.coeso));
}

/** The calls of the other bodies: three that are over, and one that is always open. */
export async function seedCallsOfOthers(seed: Seed): Promise<void> {
  for (const facts of callsOfOthers) await seedArchived(seed, facts);
  await seedPublished(seed, comitatoValleDelSerchio(seed.today));
}

/**
 * Rectifies the open call and moves the two closed ones on, where the parts before have not done so:
 * applications arrive while a call is published, so this runs after them.
 */
export async function settleCalls(seed: Seed): Promise<void> {
  const { open, underReview, outcomePublished } = demonstrationCalls;
  await seedRectification(seed, open.id, officerOf(demonstrationBodies.coeso));
  for (const { id } of [underReview, outcomePublished]) {
    await when(seed, id, "published", (ctx) => startReview(ctx, { callId: id }));
  }
  const { id } = outcomePublished;
  await when(seed, id, "underReview", (ctx) => publishCallOutcome(ctx, { callId: id }));
}

async function when(
  seed: Seed,
  id: string,
  state: string,
  move: (ctx: ReturnType<Seed["ctx"]>) => Promise<void>,
): Promise<void> {
  const ctx = seed.ctx({ name: `move:${id}:${state}`, at: seed.instant(seed.today, "00:00") });
  const [row] = await ctx.db.select({ state: call.state }).from(call).where(eq(call.id, id));
  if (row?.state !== state) return;
  await move({ ...ctx, actor: officerOf(demonstrationBodies.valdera) });
}

async function seedArchived(seed: Seed, facts: CallFacts): Promise<void> {
  const id = await seedPublished(seed, facts);
  if (facts.slug === rectifiedInOctober2022.slug) {
    await seedRectificationOf2022(seed, id, officerOf(facts.body));
  }
  const moves = [startReview, publishCallOutcome, archiveCall];
  for (const [at, move] of moves.entries()) {
    const days = [3, 10, 365][at] ?? 0;
    const ctx = seed.ctx({
      name: `archive:${facts.slug}:${at}`,
      at: romeTime(addDays(facts.closes.on || facts.published.on, days), "10:00"),
      actor: officerOf(facts.body),
    });
    await move(ctx, { callId: id });
  }
}

/** Creates, writes and publishes one call as its author did, on its day. */
async function seedPublished(seed: Seed, facts: CallFacts): Promise<string> {
  const ctx = seed.ctx({
    name: `call:${facts.slug}`,
    at: romeTime(facts.published.on, facts.published.at),
    actor: officerOf(facts.body),
  });
  const first = seedId(`call:${facts.slug}`);
  const { id } = await createCall(
    { ...ctx, newId: startingWith(first, ctx.newId) },
    {
      bodyId: bodyId(facts.body),
      title: facts.title,
      regime: facts.regime,
      template: facts.template,
    },
  );
  if (facts.zone && facts.edition) {
    await ctx.db
      .update(call)
      .set({ processId: processId(facts.zone, facts.edition) })
      .where(eq(call.id, id));
  }
  const written = saveCallSchema.parse({ callId: id, revision: 1, ...editorFieldsOf(facts) });
  const saved = await saveCall(ctx, written);
  const documents = facts.documents ?? [];
  const at = ctx.now.toISOString().replace("Z", "000Z");
  await seedDocuments(ctx, { callId: id, of: "draft", at }, documents);
  const revision = saved.revision + documents.length;
  await publishCall(ctx, { callId: id, revision, overrideReason: "" });
  return id;
}

/** Ids of which the first is known. */
export const startingWith = (first: string, rest: () => string) => {
  let given = false;
  return () => {
    if (given) return rest();
    given = true;
    return first;
  };
};

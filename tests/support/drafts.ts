import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { bodyId, demonstrationBodies } from "@/db/seed/bodies";
import { equalAccess } from "@/db/seed/data/calls-of-today";
import { editorFieldsOf } from "@/db/seed/data/editor-fields";
import { makeSeed } from "@/db/seed/seed";
import { seedTerritory } from "@/db/seed/territory";
import type { Actor } from "@/lib/auth/actor";
import type { StaffRole } from "@/lib/auth/roles";
import { createCall } from "@/lib/calls/commands/create-call";
import { publishCall } from "@/lib/calls/commands/publish-call";
import { saveCall } from "@/lib/calls/commands/save-call";
import { type SaveCallInput, saveCallSchema } from "@/lib/calls/schema";
import type { Ctx } from "@/lib/context";
import { testContext } from "./context";

export const TODAY = "2026-11-25";
export const valdera = bodyId(demonstrationBodies.valdera);
export const coeso = bodyId(demonstrationBodies.coeso);

const officerIds = new Map<string, string>();

/** Territory and one officer per body, in a fresh test database. */
export async function seedOfficers(pool: Pool): Promise<void> {
  await seedTerritory(makeSeed(testContext(pool).db, TODAY));
  for (const body of [valdera, coeso]) {
    const id = randomUUID();
    officerIds.set(body, id);
    await pool.query("insert into person (id, created_at) values ($1, now())", [id]);
  }
}

/** A member of staff of one body, as their sessions make them. */
export function staffOf(body: string, role: StaffRole = "officer"): Actor {
  return { kind: "staff", personId: officerIds.get(body) ?? "", roles: [{ bodyId: body, role }] };
}

/** The context of an officer: its connections see the rows of its body alone. */
export function officerContext(pool: Pool, body: string, seed: string = randomUUID()): Ctx {
  return testContext(pool, { actor: staffOf(body), scope: [body], seed });
}

/** A draft of the body, and what its author would send to complete it. */
export async function completeDraft(
  ctx: Ctx,
  body: string,
  change: Record<string, unknown> = {},
): Promise<SaveCallInput> {
  const { id } = await createCall(ctx, {
    bodyId: body,
    title: "Parità di accesso",
    regime: "participatoryPath",
    template: "workshopsForAll",
  });
  const facts = equalAccess(TODAY);
  return saveCallSchema.parse({
    callId: id,
    revision: 1,
    ...editorFieldsOf(facts),
    slug: `avviso-${id.slice(-12)}`,
    closesOn: "2026-12-18",
    ...change,
  });
}

/** A published call of the body, open until noon of 18 December 2026. */
export async function publishedCall(
  ctx: Ctx,
  body: string,
  change: Record<string, unknown> = {},
): Promise<{ callId: string; slug: string; revision: number }> {
  const draft = await completeDraft(ctx, body, { closesAtTime: "12:00", ...change });
  const saved = await saveCall(ctx, draft);
  const { callId, slug } = draft;
  await publishCall(ctx, { callId, revision: saved.revision, overrideReason: "" });
  return { callId, slug, revision: saved.revision + 1 };
}

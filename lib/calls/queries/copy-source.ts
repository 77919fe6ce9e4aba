import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { call, formDefinition } from "@/db/schema/calls";
import { body, healthAuthority, zone } from "@/db/schema/territory";
import { bodiesWithRole, hasRegionalRole } from "@/lib/auth/can";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import type { FormDefinition } from "../core/form-definition";
import { type CopiedCall, type Issuer, type LocalRow, localRow } from "../core/local-copy";
import { callPolicy } from "../policy";

/** A body that a call can be copied into, with what its copy would start with. */
export type CopyTarget = {
  id: string;
  name: string;
  /** What it is called in the form: its zone, unless it is one of several bodies there. */
  label: string;
  authority: string | null;
  row: LocalRow;
};

export type CopySource = { id: string; title: string; meetings: string[]; targets: CopyTarget[] };

/** A call to copy, and the bodies to copy it into. NotFound for who may not. Two queries. */
export async function copySource(ctx: Ctx, id: string): Promise<CopySource> {
  if (!UUID.test(id)) throw new NotFound();
  const [[source], bodies] = await Promise.all([
    ctx.db.select().from(call).where(eq(call.id, id)),
    targets(ctx),
  ]);
  if (!source || !callPolicy.can(ctx.actor, "call.copy", source)) throw new NotFound();
  return {
    id,
    title: source.title,
    meetings: source.content.meetings.map(({ title }) => title),
    targets: bodies.map(({ issuer, ...names }) => ({
      ...names,
      row: localRow(source satisfies CopiedCall, issuer satisfies Issuer, ctx.now),
    })),
  };
}

/** Kinds of bodies of which a zone has one: its name is theirs. */
const ONE_A_ZONE: readonly string[] = ["sds", "aslZone"];

/** Bodies of zones that are no more are left out. */
async function targets(ctx: Ctx) {
  const everywhere = hasRegionalRole(ctx.actor, "officer", "administrator");
  const own = bodiesWithRole(ctx.actor, "officer", "administrator");
  const rows = await ctx.db
    .select({ issuer: body, zone: zone.name, authority: healthAuthority.name })
    .from(body)
    .leftJoin(zone, eq(zone.id, body.zoneId))
    .leftJoin(healthAuthority, eq(healthAuthority.id, zone.healthAuthorityId))
    .where(and(everywhere ? undefined : inArray(body.id, own), isNull(zone.validTo)))
    .orderBy(asc(healthAuthority.name), asc(zone.name), asc(body.name));
  return rows.map(({ issuer, zone: inZone, authority }) => ({
    ...{ id: issuer.id, name: issuer.name, authority, issuer },
    label: ONE_A_ZONE.includes(issuer.kind) && inZone ? inZone : issuer.name,
  }));
}

/** The form of a call as it is now; undefined where it has none. */
export async function formOfCall(
  ctx: Ctx,
  { formDefinitionId }: { formDefinitionId: string | null },
): Promise<FormDefinition | undefined> {
  if (formDefinitionId === null) return undefined;
  const [form] = await ctx.db
    .select({ definition: formDefinition.definition })
    .from(formDefinition)
    .where(eq(formDefinition.id, formDefinitionId));
  return form?.definition;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

import { asc, eq, getTableColumns } from "drizzle-orm";
import { call, callVersion, formDefinition } from "@/db/schema/calls";
import { body } from "@/db/schema/territory";
import type { Ctx } from "@/lib/context";
import { isPublic } from "../core/call-status";
import type { FormDefinition } from "../core/form-definition";
import type { ComparedVersion } from "../core/version-texts";
import { type ActView, actsOf } from "./call-page";

/** A published version of a call, with the act that made it; the first was its publication. */
export type CallVersionView = ComparedVersion & {
  version: number;
  publishedAt: Date;
  /** False: the end was given as a day. */
  precise: boolean;
  act: ActView | undefined;
  form: FormDefinition;
};

export type CallVersions = {
  slug: string;
  title: string;
  body: string;
  /** The first one first. */
  versions: CallVersionView[];
};

/** All that was ever published of a call; undefined for a draft, as for none. Three queries. */
export async function callVersions(ctx: Ctx, slug: string): Promise<CallVersions | undefined> {
  const [row] = await ctx.db
    .select({ call, body: body.name })
    .from(call)
    .innerJoin(body, eq(body.id, call.bodyId))
    .where(eq(call.slug, slug));
  if (!row || !isPublic(row.call, ctx.now)) return undefined;
  const acts = await actsOf(ctx, row.call.id);
  const versions = await ctx.db
    .select({ ...getTableColumns(callVersion), form: formDefinition.definition })
    .from(callVersion)
    .innerJoin(formDefinition, eq(formDefinition.id, callVersion.formDefinitionId))
    .where(eq(callVersion.callId, row.call.id))
    .orderBy(asc(callVersion.version));
  return {
    slug,
    title: row.call.title,
    body: row.body,
    versions: versions.map(({ facts, ...one }) => ({
      version: one.version,
      publishedAt: one.publishedAt,
      title: one.title,
      content: one.content,
      closesAt: one.closesAt,
      summary: facts.summary ?? row.call.summary,
      places: facts.places === undefined ? row.call.places : facts.places,
      minimumAge: facts.minimumAge === undefined ? row.call.minimumAge : facts.minimumAge,
      precise: (facts.closesAtTime ?? null) !== null,
      act: acts.find((act) => act.version === one.version),
      form: one.form,
    })),
  };
}

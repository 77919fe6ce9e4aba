import { desc, eq } from "drizzle-orm";
import { call, callVersion, formDefinition } from "@/db/schema/calls";
import { body } from "@/db/schema/territory";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { deadlineOf } from "../core/call-status";
import type { CallContent } from "../core/content";
import type { Deadline } from "../core/deadline";
import type { FormDefinition } from "../core/form-definition";
import type { PublicationWarning } from "../core/publication-warnings";
import { askedBy } from "../core/regime-warnings";
import type { Regime, RegimeRules } from "../core/regimes";
import { mayPublish, type PublishVerdict, warningsOf } from "../core/rules";
import type { CallState } from "../core/states";
import { callPolicy } from "../policy";
import { readRules, rulesSql } from "./regime-rules";

/** A call with everything that its author wrote, and what its publication still wants. */
export type CallEditor = {
  id: string;
  bodyId: string;
  body: string;
  slug: string;
  code: string | null;
  state: CallState;
  regime: Regime;
  rules: RegimeRules;
  revision: number;
  title: string;
  summary: string;
  audiences: string[];
  themes: string[];
  opensAt: Date | null;
  closesOn: string | null;
  closesAt: Date | null;
  closesAtTime: string | null;
  peremptory: boolean;
  cutOffs: Date[];
  places: number | null;
  minimumAge: number | null;
  content: CallContent;
  form: FormDefinition | undefined;
  updatedAt: Date;
  deadline: Deadline;
  /** By the rule that the publication refuses with; a reason for blocking warnings is not asked here. */
  verdict: PublishVerdict;
  warnings: PublicationWarning[];
  /** Why the last version was published although a warning blocked it. */
  overrideReason: string | null;
};

/** What the publication of a call still wants. */
export type PublicationChecks = Pick<CallEditor, "verdict" | "warnings">;

/** One call for who may write it. NotFound for everybody else. Two queries. */
export async function callEditor(ctx: Ctx, id: string): Promise<CallEditor> {
  if (!UUID.test(id)) throw new NotFound();
  const [row] = await ctx.db
    .select({ call, form: formDefinition.definition, body: body.name, rules: rulesSql })
    .from(call)
    .innerJoin(body, eq(body.id, call.bodyId))
    .leftJoin(formDefinition, eq(formDefinition.id, call.formDefinitionId))
    .where(eq(call.id, id));
  if (!row || !callPolicy.can(ctx.actor, "call.edit", row.call)) throw new NotFound();
  const [latest] = await ctx.db
    .select({ overrideReason: callVersion.overrideReason })
    .from(callVersion)
    .where(eq(callVersion.callId, id))
    .orderBy(desc(callVersion.version))
    .limit(1);
  const form = row.form ?? undefined;
  const state = row.call.state as CallState;
  const regime = row.call.regime as Regime;
  const rules = readRules(regime, row.rules);
  const publishable = { ...row.call, state, regime, rules, form: askedBy(form) };
  return {
    ...row.call,
    state,
    regime,
    rules,
    body: row.body,
    form,
    deadline: deadlineOf(row.call, ctx.now),
    verdict: mayPublish(publishable, ctx.now),
    warnings: warningsOf(publishable, ctx.now),
    overrideReason: latest?.overrideReason ?? null,
  };
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

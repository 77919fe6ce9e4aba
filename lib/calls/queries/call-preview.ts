import { eq } from "drizzle-orm";
import { call } from "@/db/schema/calls";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { addDays } from "@/lib/kernel/local-date";
import { endOfRomeDay, romeDate } from "@/lib/kernel/rome-time";
import type { PublicationPoint } from "../core/rules";
import { callEditor } from "./call-editor";
import { type CallPage, pageFrom, pageRows } from "./call-page";

/** How far away the end of a draft is shown that has none yet. */
const EXAMPLE_DAYS = 20;

export type CallPreview = {
  call: CallPage;
  /** What is not written yet; days that are missing are shown by an example. */
  missing: readonly PublicationPoint[];
};

/**
 * A draft as the public would find it if it were published now; NotFound for whoever may not write
 * it. Three queries.
 */
export async function callPreview(ctx: Ctx, id: string): Promise<CallPreview> {
  const { rules, verdict } = await callEditor(ctx, id);
  const [row] = await pageRows(ctx).where(eq(call.id, id));
  if (!row) throw new NotFound();
  const today = romeDate(ctx.now);
  const { content, opensAt, closesAt, code } = row.call;
  const { procedure } = content;
  const example = rules.rolling ? null : endOfRomeDay(addDays(today, EXAMPLE_DAYS));
  const written = {
    ...row.call,
    regimeRules: rules,
    opensAt: opensAt ?? ctx.now,
    closesAt: closesAt ?? example,
    content: { ...content, procedure: { ...procedure, actDate: procedure.actDate || today } },
  };
  const published = { code: code ?? "–", publishedAt: ctx.now, state: "published" as const };
  return {
    call: {
      ...pageFrom({ ...row, call: written }, published, ctx.now),
      acts: [],
      clarifications: { published: [], waiting: 0 },
    },
    missing: !verdict.ok && verdict.reason === "incomplete" ? verdict.missing : [],
  };
}

import { and, eq, inArray, max } from "drizzle-orm";
import { callAct } from "@/db/schema/acts";
import type { Ctx } from "@/lib/context";
import { InvalidInput } from "@/lib/kernel/errors";
import type { ActGiven } from "../core/act-kinds";
import type { ActFacts } from "../core/acts";
import { asksWho } from "../core/form-asks-who";
import { reopenedAudiences } from "../core/reopened-part";
import { endAsWritten } from "../core/written-times";
import { frozenForm } from "./frozen-form";
import { type PreparedDocuments, preparedDocumentsOf } from "./prepared-documents";
import { type PreparedForm, preparedFormOf } from "./prepared-form";

/** How many applications of a call hold a place; the applications know. */
export type PlacesTaken = (ctx: Ctx, callId: string) => Promise<number>;

/** What an act is measured against at an instant of the database's clock. */
export async function actFacts(
  ctx: Ctx,
  of: { id: string; audiences: string[]; formDefinitionId: string | null },
  given: ActGiven,
  at: string,
  placesTaken: PlacesTaken,
): Promise<ActFacts & { form: PreparedForm | null; prepared: PreparedDocuments | null }> {
  const [last] = await ctx.db
    .select({ day: max(callAct.actDate) })
    .from(callAct)
    .where(and(eq(callAct.callId, of.id), inArray(callAct.kind, ["extension", "reopening"])));
  const rectifies = given.rectified !== null;
  const prepared = rectifies ? await preparedDocumentsOf(ctx, of.id) : null;
  return {
    at,
    lastEndAct: last?.day ?? null,
    newEnd: newEndOf(given),
    taken: await placesTaken(ctx, of.id),
    asks: await asksOf(ctx, of, given),
    form: rectifies ? await preparedFormOf(ctx, of.id) : null,
    prepared,
    documents: prepared?.after ?? null,
  };
}

const ASKS_NOTHING = { nature: false, place: false };

async function asksOf(
  ctx: Ctx,
  { audiences, formDefinitionId }: { audiences: string[]; formDefinitionId: string | null },
  given: ActGiven,
) {
  if (!given.within || !formDefinitionId) return ASKS_NOTHING;
  const form = await frozenForm(ctx, formDefinitionId);
  return asksWho(form, reopenedAudiences(given) ?? audiences);
}

function newEndOf({ closesOn, closesAtTime }: ActGiven): Date | null {
  if (closesOn === "") return null;
  const found = endAsWritten(closesOn, closesAtTime);
  if (!found.ok) throw new InvalidInput({ closesAtTime: found.reason });
  return found.instant;
}

import { and, eq, inArray, max } from "drizzle-orm";
import { callAct } from "@/db/schema/acts";
import type { Ctx } from "@/lib/context";
import { InvalidInput } from "@/lib/kernel/errors";
import type { ActGiven } from "../core/act-kinds";
import type { ActFacts } from "../core/acts";
import { endAsWritten } from "../core/written-times";
import { type PreparedForm, preparedFormOf } from "./prepared-form";

/** How many applications of a call hold a place; the applications know. */
export type PlacesTaken = (ctx: Ctx, callId: string) => Promise<number>;

/** What an act is measured against at an instant of the database's clock. */
export async function actFacts(
  ctx: Ctx,
  callId: string,
  given: ActGiven,
  at: string,
  placesTaken: PlacesTaken,
): Promise<ActFacts & { form: PreparedForm | null }> {
  const [last] = await ctx.db
    .select({ day: max(callAct.actDate) })
    .from(callAct)
    .where(and(eq(callAct.callId, callId), inArray(callAct.kind, ["extension", "reopening"])));
  return {
    at,
    lastEndAct: last?.day ?? null,
    newEnd: newEndOf(given),
    taken: await placesTaken(ctx, callId),
    form: given.rectified === null ? null : await preparedFormOf(ctx, callId),
  };
}

function newEndOf({ closesOn, closesAtTime }: ActGiven): Date | null {
  if (closesOn === "") return null;
  const found = endAsWritten(closesOn, closesAtTime);
  if (!found.ok) throw new InvalidInput({ closesAtTime: found.reason });
  return found.instant;
}

import { eq } from "drizzle-orm";
import { subscriptionRound } from "@/db/schema/discovery";
import type { Ctx } from "@/lib/context";

/** Writes how far a round has come with a batch; whether another one follows. */
export async function closeBatch(
  tx: Ctx,
  round: { key: string; told: number },
  batch: { people: readonly { id: string }[]; told: number; size: number },
): Promise<boolean> {
  const last = batch.people.at(-1);
  const more = last !== undefined && batch.people.length === batch.size;
  await tx.db
    .update(subscriptionRound)
    .set({
      told: round.told + batch.told,
      ...(last && { after: last.id }),
      ...(more ? {} : { finishedAt: tx.now }),
    })
    .where(eq(subscriptionRound.key, round.key));
  return more;
}

import { eq } from "drizzle-orm";
import { registerEntry } from "@/db/schema/register";
import type { Ctx } from "@/lib/context";
import { registerNumber } from "@/lib/kernel/codes";
import { NotFound } from "@/lib/kernel/errors";

/** "0000147/2026", of an entry of the register. */
export async function registerNumberOf(tx: Ctx, id: string): Promise<string> {
  const [entry] = await tx.db.select().from(registerEntry).where(eq(registerEntry.id, id));
  if (!entry) throw new NotFound();
  return registerNumber(entry.number, entry.year);
}

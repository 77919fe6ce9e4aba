import { eq } from "drizzle-orm";
import { deskEntry } from "@/db/schema/desk";
import type { Ctx } from "@/lib/context";

/** Whether an entry of the desk is there already: its form came twice. */
export async function isWritten(ctx: Ctx, entryId: string): Promise<boolean> {
  return (await ctx.db.$count(deskEntry, eq(deskEntry.id, entryId))) > 0;
}

import type { Ctx } from "@/lib/context";
import type { WithdrawDocument } from "../schema";
import { retireDocument } from "./retire-document";

/** Withdraws a document that should not have been issued. Whoever verifies it reads the reason. */
export async function withdrawDocument(ctx: Ctx, input: WithdrawDocument): Promise<void> {
  await retireDocument(ctx, { ...input, event: "withdraw" });
}

import type { Ctx } from "@/lib/context";
import { CLIENT_ADDRESS } from "./client-address";
import { type Limit, rateLimit } from "./rate-limit";
import { keyedDigest } from "./sealing";

/** Counts an attempt of the client's address for a purpose, or throws RateLimited. */
export async function limitByAddress(
  ctx: Ctx,
  headers: { get(name: string): string | null },
  purpose: string,
  limit: Limit,
): Promise<void> {
  const address = headers.get(CLIENT_ADDRESS) ?? "unknown";
  await rateLimit(ctx, `${purpose}:${keyedDigest("address", address)}`, limit);
}

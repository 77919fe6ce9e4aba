import "server-only";
import { notFound } from "next/navigation";
import { signedInAsStaff } from "@/lib/auth/signed-in";
import type { Ctx } from "@/lib/context";
import { Forbidden, NotFound } from "@/lib/kernel/errors";

/**
 * What a page of staff shows, read with the context of the member of staff. Without a session it
 * leads to the sign-in and back to `path`; whoever may not see it learns no more than that there
 * is no such page.
 */
export async function readAsStaff<T>(path: string, read: (ctx: Ctx) => Promise<T>): Promise<T> {
  try {
    return await read(await signedInAsStaff(path));
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden) notFound();
    throw error;
  }
}

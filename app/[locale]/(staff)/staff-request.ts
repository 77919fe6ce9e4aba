import "server-only";
import { orNotFound } from "@/app/[locale]/or-not-found";
import { signedInAsStaff, signedInForTerritory } from "@/lib/auth/signed-in";
import type { Ctx } from "@/lib/context";

/**
 * What a page of staff shows, read with the context of the member of staff. Without a session it
 * leads to the sign-in and back to `path`; whoever may not see it learns no more than that there
 * is no such page.
 */
export function readAsStaff<T>(path: string, read: (ctx: Ctx) => Promise<T>): Promise<T> {
  return orNotFound(signedInAsStaff(path).then(read));
}

/** The same for what staff of the region see of every zone, and others of their own bodies. */
export function readForTerritory<T>(path: string, read: (ctx: Ctx) => Promise<T>): Promise<T> {
  return orNotFound(signedInForTerritory(path).then(read));
}

import "server-only";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { Ctx } from "@/lib/context";
import { addressIn } from "@/lib/i18n/addresses";
import { Unauthenticated } from "@/lib/kernel/errors";
import { routes } from "@/lib/routes";
import type { Audience } from "./contexts";
import { requestContext } from "./request-context";

/**
 * The context of a page for signed-in people. Without a session the reader is led to the sign-in
 * page and, afterwards, back to `path` (an address of lib/routes, without language).
 */
export function signedIn(path: string): Promise<Ctx> {
  return orSignIn("person", path, routes.signIn);
}

/** The same for pages of staff: without second factor to the sign-in of staff. */
export function signedInAsStaff(path: string): Promise<Ctx> {
  return orSignIn("staff", path, routes.staffSignIn);
}

/** The same for pages about the territory, where staff of the region see every zone. */
export function signedInForTerritory(path: string): Promise<Ctx> {
  return orSignIn("territory", path, routes.staffSignIn);
}

async function orSignIn(
  audience: Exclude<Audience, "public">,
  path: string,
  signIn: (returnTo: string) => string,
): Promise<Ctx> {
  try {
    return await requestContext(audience);
  } catch (error) {
    if (!(error instanceof Unauthenticated)) throw error;
  }
  const locale = (await getLocale()) === "en" ? "en" : "it";
  const [page = "", search = ""] = signIn(addressIn(locale, path)).split("?");
  redirect(addressIn(locale, page, search));
}

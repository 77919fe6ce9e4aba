import "server-only";
import { notFound, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { requestContext } from "@/lib/auth/request-context";
import type { Ctx } from "@/lib/context";
import { addressIn } from "@/lib/i18n/addresses";
import { Forbidden, NotFound, Unauthenticated } from "@/lib/kernel/errors";
import { routes } from "@/lib/routes";

/**
 * What a page of staff shows, read with the context of the member of staff. Without a session it
 * leads to the sign-in and back to `path`; whoever may not see it learns no more than that there
 * is no such page.
 */
export async function readAsStaff<T>(path: string, read: (ctx: Ctx) => Promise<T>): Promise<T> {
  try {
    return await read(await requestContext("staff"));
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden) notFound();
    if (!(error instanceof Unauthenticated)) throw error;
  }
  const locale = (await getLocale()) === "en" ? "en" : "it";
  const search = `ritorno=${encodeURIComponent(addressIn(locale, path))}`;
  redirect(addressIn(locale, routes.staffSignIn(), search));
}

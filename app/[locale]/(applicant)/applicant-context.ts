import { notFound, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { requestContext } from "@/lib/auth/request-context";
import type { Ctx } from "@/lib/context";
import { addressIn } from "@/lib/i18n/addresses";
import { Forbidden, NotFound, Unauthenticated } from "@/lib/kernel/errors";
import { routes } from "@/lib/routes";

/** The context of a page of one's own; who is not signed in goes to sign in and comes back. */
export async function applicantContext(path: string): Promise<Ctx> {
  try {
    return await requestContext("person");
  } catch (error) {
    if (!(error instanceof Unauthenticated)) throw error;
    const locale = (await getLocale()) === "en" ? "en" : "it";
    redirect(addressIn(locale, routes.signIn(addressIn(locale, path))));
  }
}

/** What one may not see does not exist. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden) notFound();
    throw error;
  }
}

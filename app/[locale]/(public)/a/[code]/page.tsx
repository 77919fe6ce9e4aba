import { notFound, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { requestContext } from "@/lib/auth/request-context";
import { slugOfShortCode } from "@/lib/calls/queries/feed-calls";
import { addressIn } from "@/lib/i18n/addresses";
import { routes } from "@/lib/routes";

type Props = { params: Promise<{ code: string }> };

/** The short address on posters leads to the call, whatever its address has become. */
export default async function ShortAddress({ params }: Props) {
  const [{ code }, locale, ctx] = await Promise.all([
    params,
    getLocale(),
    requestContext("public"),
  ]);
  const slug = await slugOfShortCode(ctx, decodeURIComponent(code));
  if (!slug) notFound();
  redirect(addressIn(locale, routes.call(slug)));
}

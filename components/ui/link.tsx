import NextLink from "next/link";
import { useLocale } from "next-intl";
import type { ComponentProps } from "react";
import { addressIn } from "@/lib/i18n/addresses";

type Props = Omit<ComponentProps<typeof NextLink>, "href"> & { href: string };

/**
 * A link inside the site. `href` comes from lib/routes and has no language: the link adds it.
 * Nothing is fetched before a click: pages are rendered for each request.
 */
export function Link({ href, ...rest }: Props) {
  const locale = useLocale();
  return <NextLink prefetch={false} href={addressIn(locale, href)} {...rest} />;
}

import type { ComponentProps } from "react";
import { Link as LocaleLink } from "@/lib/i18n/navigation";

/**
 * A link inside the site. `href` comes from lib/routes and has no language: the link adds it.
 * Nothing is fetched before a click: pages are rendered for each request.
 */
export function Link(props: ComponentProps<typeof LocaleLink>) {
  return <LocaleLink prefetch={false} {...props} />;
}

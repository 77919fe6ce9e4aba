import { createNavigation } from "next-intl/navigation";
import { routing } from "./routing";

/** Addresses without a language; these add `/en` where it is needed. Links in pages: components/ui/link. */
export const { Link, redirect, permanentRedirect, usePathname, useRouter, getPathname } =
  createNavigation(routing);

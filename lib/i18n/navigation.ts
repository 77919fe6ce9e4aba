import { createNavigation } from "next-intl/navigation";
import { routing } from "./routing";

/** `getPathname` adds the language to an address; `redirect` too. Links: components/ui/link. */
export const { redirect, getPathname } = createNavigation(routing);

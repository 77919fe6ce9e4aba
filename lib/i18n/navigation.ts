import { createNavigation } from "next-intl/navigation";
import { routing } from "./routing";

/** Each adds the language to an address of lib/routes. Links: components/ui/link. */
export const { redirect, getPathname, useRouter } = createNavigation(routing);

import { localeOfPath } from "./addresses";
import type { Locale } from "./routing";

/**
 * The language of a request: `given` with its address, or else it says so, as links in letters do,
 * or comes from a page that has one.
 */
export function languageOf(request: Request, given?: string): Locale {
  if (given) return given === "en" ? "en" : "it";
  if (URL.parse(request.url)?.searchParams.get("lingua") === "en") return "en";
  const referer = URL.parse(request.headers.get("referer") ?? "");
  return localeOfPath(referer?.pathname ?? "/");
}

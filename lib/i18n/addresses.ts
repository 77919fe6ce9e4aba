import type { Locale } from "./routing";

/** What is not rewritten: handlers under /api, Next's own files, names with a dot (feeds, files), and what a
 * rewrite before has already given a language. */
const outside = "(?!api(?:/|$)|_next(?:/|$)|(?:it|en)(?:/|$)|.*\\.[^/]*$)";

/** `/x` is served by app/[locale] with `it`; `/en/x` reaches it as it stands. */
export const languageRewrites = [
  { source: "/", destination: "/it" },
  { source: `/:path(${outside}.*)`, destination: "/it/:path" },
];

/**
 * A name with a dot that no file and no handler answers must not be taken for a language by
 * app/[locale]: it is sent where no page is, so that "not found" answers it.
 */
export const strayFileRewrites = [{ source: "/:file([^/]+\\.[^/]+)", destination: "/it/:file" }];

/** The Italian address has one spelling. */
export const languageRedirects = [
  { source: "/it", destination: "/", permanent: true },
  { source: "/it/:path*", destination: "/:path*", permanent: true },
];

/** The language of an address as it stands in the browser. */
export const localeOfPath = (pathname: string): Locale =>
  pathname === "/en" || pathname.startsWith("/en/") ? "en" : "it";

/** Whether an address has its language in its path: those of pages do. */
export const hasLanguage = (pathname: string) =>
  pathname === "/" || localeOfPath(pathname) === "en" || new RegExp(`^/${outside}`).test(pathname);

/** The same page in the other language: `/avvisi?zona=elba` and `/en/avvisi?zona=elba`. */
export function addressIn(locale: Locale, pathname: string, search = ""): string {
  const plain = pathname.replace(/^\/(?:it|en)(?=\/|$)/, "") || "/";
  const path = locale === "it" ? plain : `/en${plain === "/" ? "" : plain}`;
  return search ? `${path}?${search.replace(/^\?/, "")}` : path;
}

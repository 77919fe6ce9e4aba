/** Only the beginning of an own path: one slash, and no way to name another host. */
const OWN_PATH = /^\/(?![/\\])[^\\\s\p{Cc}]{0,500}$/u;

/**
 * Where to go after signing in: an own relative address, or undefined. Everything else is dropped
 * without a word, because it can only be a mistake or an attack.
 */
export function ownPath(given: unknown): string | undefined {
  if (typeof given !== "string" || !OWN_PATH.test(given)) return undefined;
  try {
    const url = new URL(given, "https://own.invalid");
    if (url.origin !== "https://own.invalid" || /^\/(api|_next)(\/|$)/.test(url.pathname)) {
      return undefined;
    }
    return `${url.pathname}${url.search}${url.hash}`.replace(/^\/{2,}/, "/");
  } catch {
    return undefined;
  }
}

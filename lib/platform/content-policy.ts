/** The nonce of the request, and whether Next's dev server runs. */
type PolicyOptions = { nonce: string; development?: boolean };

/**
 * The content security policy of every page. Scripts need the nonce of the request; there is no
 * inline style, so neither pages nor components may carry a style attribute. Next's development
 * server evaluates code, injects styles and speaks over a socket: only then are these let in.
 */
export function contentPolicy({ nonce, development }: PolicyOptions): string {
  const directives: Record<string, string[]> = {
    "default-src": ["'self'"],
    "script-src": ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
    // Also to the identity provider one leaves by a link, not by a form.
    "form-action": ["'self'"],
  };
  if (development) {
    directives["script-src"]?.push("'unsafe-eval'");
    directives["style-src"]?.push("'unsafe-inline'");
    directives["connect-src"]?.push("ws:");
  }
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(" ")}`)
    .join("; ");
}

/** Headers that do not change from request to request; next.config.ts puts them on every answer. */
export const standingHeaders = [
  { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(self), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
  },
];

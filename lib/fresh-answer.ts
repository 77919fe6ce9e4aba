import { sha256 } from "./platform/digest";

/** Seconds that programs which ask again and again may keep what they got. */
const KEEP_SECONDS = 300;

/**
 * A public text that programs fetch again and again: they may keep it for five minutes, and get no
 * body where nothing has changed.
 */
export function freshFor(
  request: Request,
  text: string,
  contentType: string,
  more: Readonly<Record<string, string>> = {},
): Response {
  const etag = `"${sha256(text).slice(0, 32)}"`;
  const headers = {
    "content-type": contentType,
    "cache-control": `public, max-age=${KEEP_SECONDS}`,
    etag,
    ...more,
  };
  const known = request.headers.get("if-none-match") ?? "";
  const same = known.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);
  return same ? new Response(null, { status: 304, headers }) : new Response(text, { headers });
}

import { createHash } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PurgeCSS } from "purgecss";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const target = join(root, "components/styles/bootstrap-italia.gen.css");

/** Utilities that stay whatever the pages use today, so that a page being written finds them. */
const utilities = [
  /^[mp][tbsexy]?-(0|1|2|3|4|5|auto)$/,
  /^g[xy]?-[0-5]$/,
  /^gap-[0-5]$/,
  /^d-(none|block|inline|inline-block|flex|grid)$/,
  /^d-(sm|md|lg|xl)-(none|block|inline|inline-block|flex|grid)$/,
  /^flex-(wrap|nowrap|column|grow-1|shrink-0|fill)$/,
  /^(align-items|justify-content)-(start|end|center|between|baseline)$/,
  /^text-(start|end|center|nowrap|break|decoration-none)$/,
  /^fw-(normal|semibold|bold)$/,
  /^(w|h)-100$/,
  /^visually-hidden(-focusable)?$/,
  /^list-unstyled$/,
  /^table(-responsive)?$/,
];

/** Class names stand in string literals of the sources, tag names after a `<`. */
function candidates(source: string): string[] {
  const words: string[] = [];
  for (const [, a, b, c] of source.matchAll(/"([^"\n]*)"|'([^'\n]*)'|`([^`]*)`/g))
    words.push(...(a ?? b ?? c ?? "").split(/[\s${}]+/));
  for (const [, tag] of source.matchAll(/<([a-z][a-z0-9]*)/g)) if (tag) words.push(tag);
  return words;
}

/** The system marks focus and fields as important; ours (reversed on dark grounds, rounded) must win. */
const soften = (css: string) =>
  css.replace(
    /([^{}]*(?::focus|form-control|\[type=|textarea|button:has)[^{}]*)\{([^{}]*)\}/g,
    (_, selector: string, body: string) => `${selector}{${body.replace(/\s*!important/g, "")}}`,
  );

/**
 * Writes components/styles/bootstrap-italia.gen.css: the part of bootstrap-italia that the sources
 * use. The same sources give the same bytes; an unchanged result is not written again, and a new one
 * takes the place of the old in one step, because the workers of a build may all arrive here.
 */
export async function purgeCss(): Promise<{ bytes: number; hash: string }> {
  const vendor = createRequire(import.meta.url).resolve(
    "bootstrap-italia/dist/css/bootstrap-italia.min.css",
  );
  const [result] = await new PurgeCSS().purge({
    css: [{ raw: await readFile(vendor, "utf8") }],
    content: [`${root}/app/**/*.tsx`, `${root}/components/**/*.tsx`],
    defaultExtractor: candidates,
    safelist: {
      standard: ["html", "body", ":root", ...utilities],
      variables: ["--bootstrap-italia-version"],
    },
    fontFace: true,
    keyframes: true,
    variables: true,
  });
  const css = soften(result?.css ?? "");
  if (!css.includes("--bootstrap-italia-version")) throw new Error("purged stylesheet is empty");
  const before = await readFile(target, "utf8").catch(() => "");
  if (before !== css) {
    await writeFile(`${target}.${process.pid}`, css);
    await rename(`${target}.${process.pid}`, target);
  }
  return { bytes: css.length, hash: createHash("sha256").update(css).digest("hex") };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { bytes, hash } = await purgeCss();
  console.log(`bootstrap-italia.gen.css: ${bytes} bytes, ${hash.slice(0, 12)}`);
}

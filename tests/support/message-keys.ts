import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const catalogues = join(root, "lib/i18n/messages");

/** `{ common: { "nav.calls": "Avvisi" } }`: the keys of a language, flat, by namespace. */
export function flatCatalogue(locale: string): Record<string, Record<string, string>> {
  const files = globSync("*.json", { cwd: join(catalogues, locale) });
  return Object.fromEntries(
    files.map((file) => [
      file.replace(".json", ""),
      flatten(JSON.parse(readFileSync(join(catalogues, locale, file), "utf8"))),
    ]),
  );
}

function flatten(tree: Record<string, unknown>, path = ""): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === "string"
        ? [[path + key, value]]
        : Object.entries(flatten(value as Record<string, unknown>, `${path}${key}.`)),
    ),
  );
}

export type Source = { file: string; text: string };

export function sources(): Source[] {
  const patterns = ["app", "components", "emails", "lib"].map((dir) => `${dir}/**/*.{ts,tsx}`);
  return globSync(patterns, { cwd: root }).map((file) => ({
    file,
    text: readFileSync(join(root, file), "utf8"),
  }));
}

const BINDING =
  /(?:useTranslations|getTranslations|createTranslator)\(\s*(?:\{[^}]*namespace:\s*)?"([\w.]+)"/g;

/** Namespaces a source asks for; none where the translator is handed in from outside. */
export const namespacesOf = (text: string) =>
  [...text.matchAll(BINDING)].map(([, namespace]) => namespace ?? "");

/**
 * What a source may say: every string literal, and a pattern for each key that is built by a
 * template which begins with its branch, `state.${call.state}`. A key put together in another way
 * would be reported as unused. A literal that happens to equal a key counts as a use, which errs on the side
 * of keeping a text.
 */
export function spokenKeys(text: string): { literals: Set<string>; patterns: RegExp[] } {
  const built = text.matchAll(/`((?:[\w-]+\.)+(?:\$\{[^}`]*\}|[\w.-])+)`/g);
  return {
    literals: new Set([...text.matchAll(/"([\w.-]+)"/g)].map(([, literal]) => literal ?? "")),
    patterns: [...built].map(([, key]) => {
      const fixed = (key ?? "").split(/\$\{[^}]*\}/).map((part) => part.replaceAll(".", "\\."));
      return new RegExp(`^${fixed.join("[\\w-]+")}$`);
    }),
  };
}

/** Literal keys asked of a translator that is bound once in the file, with its namespace. */
export function askedKeys(text: string): { namespace: string; key: string }[] {
  const bound = namespacesOf(text);
  const [namespace] = bound;
  if (!namespace || new Set(bound).size > 1) return [];
  const calls = text.matchAll(/\bt(?:\.(?:rich|markup|raw))?\(\s*"([\w.-]+)"/g);
  return [...calls].map(([, key]) => ({ namespace, key: key ?? "" }));
}

import { describe, expect, test } from "vitest";
import { addressIn, languageRewrites, localeOfPath } from "@/lib/i18n/addresses";
import { catalogueOf } from "@/lib/i18n/catalogues";
import {
  askedKeys,
  flatCatalogue,
  namespacesOf,
  sources,
  spokenKeys,
} from "../support/message-keys";

const it = flatCatalogue("it");
const en = flatCatalogue("en");
const all = sources();

const keys = (catalogue: typeof it) =>
  Object.entries(catalogue).flatMap(([namespace, texts]) =>
    Object.keys(texts).map((key) => `${namespace}:${key}`),
  );

/** `{name}`, `{count, plural, …}` and `<tag>`, but not the `{giorno}` of `one {giorno}`. */
const VALUE = /(?<!\b(?:one|other|few|many|zero|=\d+) )\{(\w+)(?=[,}])|<(\w+)>/g;

/** The names of the values a text takes: `{count, plural, …}` and `{name}`, and rich tags. */
const placeholders = (text: string) =>
  [...new Set([...text.matchAll(VALUE)].map(([, a, b]) => a ?? `<${b}>`))].sort();

describe("the two languages", () => {
  test("have the same keys", () => {
    expect(keys(en).sort()).toEqual(keys(it).sort());
  });

  test("ask for the same values in each text", () => {
    const differ = keys(it).filter((id) => {
      const [namespace = "", key = ""] = id.split(":");
      const one = placeholders(it[namespace]?.[key] ?? "");
      const other = placeholders(en[namespace]?.[key] ?? "");
      return one.join() !== other.join();
    });
    expect(differ).toEqual([]);
  });

  test("leave no text empty", () => {
    const empty = [it, en].flatMap((catalogue) =>
      Object.values(catalogue).flatMap((texts) =>
        Object.entries(texts).flatMap(([key, text]) => (text.trim() ? [] : [key])),
      ),
    );
    expect(empty).toEqual([]);
  });
});

test("every file stands in the catalogue, and none is empty", () => {
  expect(Object.keys(catalogueOf("it")).sort()).toEqual(Object.keys(it).sort());
  expect(Object.keys(it).filter((name) => Object.keys(it[name] ?? {}).length === 0)).toEqual([]);
});

describe("the sources", () => {
  test("ask for no key that is not there", () => {
    const missing = all.flatMap(({ file, text }) =>
      askedKeys(text)
        .filter(({ namespace, key }) => {
          const [name = "", ...branch] = namespace.split(".");
          return it[name]?.[[...branch, key].join(".")] === undefined;
        })
        .map(({ namespace, key }) => `${file}: ${namespace}.${key}`),
    );
    expect(missing).toEqual([]);
  });

  test("use every key", () => {
    const speakers = all.map(({ text }) => ({
      ...spokenKeys(text),
      namespaces: namespacesOf(text),
    }));
    const used = (namespace: string, key: string) =>
      speakers.some(({ literals, patterns, namespaces }) => {
        const scopes = namespaces.length > 0 ? namespaces : [namespace];
        return scopes.some((scope) => {
          const [name, ...path] = scope.split(".");
          if (name !== namespace) return false;
          const prefix = path.length > 0 ? `${path.join(".")}.` : "";
          if (!key.startsWith(prefix)) return false;
          const rest = key.slice(prefix.length);
          return literals.has(rest) || patterns.some((pattern) => pattern.test(rest));
        });
      });
    // Pages that are drawn without a translator read the texts off the catalogue itself.
    const readOff = (namespace: string, key: string) =>
      all.some(
        ({ file, text }) =>
          file !== "lib/i18n/catalogues.ts" &&
          text.includes(`messages/it/${namespace}.json`) &&
          text.includes(`.${key.split(".").at(-1)}`),
      );
    const unused = Object.entries(it).flatMap(([namespace, texts]) =>
      Object.keys(texts)
        .filter((key) => !used(namespace, key) && !readOff(namespace, key))
        .map((key) => `${namespace}.${key}`),
    );
    expect(unused).toEqual([]);
  });
});

describe("addresses of the two languages", () => {
  test.each([
    ["en", "/", "", "/en"],
    ["en", "/avvisi", "zona=elba", "/en/avvisi?zona=elba"],
    ["it", "/en", "", "/"],
    ["it", "/en/avvisi", "?q=a", "/avvisi?q=a"],
    ["it", "/entrate", "", "/entrate"],
    ["en", "/it/avvisi", "", "/en/avvisi"],
  ] as const)("in %s, %s%s is %s", (locale, path, search, expected) => {
    expect(addressIn(locale, path, search)).toBe(expected);
  });

  test("only /en and what lies below it is English", () => {
    expect(["/en", "/en/zone"].map(localeOfPath)).toEqual(["en", "en"]);
    expect(["/", "/enti", "/avvisi/en"].map(localeOfPath)).toEqual(["it", "it", "it"]);
  });

  test("pages are rewritten; handlers, files and languages are not", () => {
    const pattern = languageRewrites[1]?.source.replace(/^\/:path\((.*)\)$/, "^/$1$") ?? "";
    const rewritten = (path: string) => new RegExp(pattern).test(path);
    const pages = ["/avvisi", "/avvisi/parita-di-accesso", "/enti", "/apiario", "/zone/elba"];
    const others = [
      "/en",
      "/en/avvisi",
      "/it/zone",
      "/api/time",
      "/_next/x",
      "/icons.svg",
      "/a/b.atom",
    ];
    expect(pages.filter((path) => !rewritten(path))).toEqual([]);
    expect(others.filter(rewritten)).toEqual([]);
  });
});

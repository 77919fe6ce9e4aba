import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import manifest from "../../../package.json" with { type: "json" };

// publiccode.yml 0.5: what its validator refuses, as far as this file uses it.

const text = readFileSync("publiccode.yml", "utf8");
const valueAt = (name: string) => new RegExp(`^ *${name}: "?([^"\\n]+)"?$`, "m").exec(text)?.[1];
const listOf = (name: string) => {
  const lines = new RegExp(`^( *)${name}:\\n((?:\\1 +- .*\\n)+)`, "m").exec(text)?.[2] ?? "";
  return [...lines.matchAll(/- (.*)/g)].map(([, one]) => one);
};
/** Folded texts, as the reader joins them. */
const textsOf = (name: string) =>
  [...text.matchAll(new RegExp(`^( +)${name}: >-\\n((?:\\1 +.*\\n)+)`, "gm"))].map(([, , lines]) =>
    (lines ?? "").trim().replace(/\s+/g, " "),
  );

/** Of the controlled vocabularies of the standard, what could be said of this. */
const CATEGORIES =
  "applicant-tracking business-process-management collaboration digital-citizenship document-management event-management grant-management online-booking online-community project-collaboration survey web-collaboration workflow-management";
const SCOPES = "government healthcare local-authorities society welfare";

test("categories and scopes are of the controlled vocabularies", () => {
  const strange = (name: string, known: string) =>
    listOf(name).filter((one) => !known.split(" ").includes(one ?? ""));
  expect(listOf("categories").length).toBeGreaterThan(1);
  expect(strange("categories", CATEGORIES)).toEqual([]);
  expect(listOf("scope").length).toBeGreaterThan(0);
  expect(strange("scope", SCOPES)).toEqual([]);
});

test("version and licence are those of the package", () => {
  expect(valueAt("publiccodeYmlVersion")).toBe("0.5.0");
  expect(valueAt("softwareVersion")).toBe(manifest.version);
  expect(valueAt("license")).toBe(manifest.license);
  expect(valueAt("releaseDate")).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(readFileSync("LICENSE", "utf8")).toContain("EUROPEAN UNION PUBLIC LICENCE v. 1.2");
});

test("its descriptions have the lengths that the standard allows", () => {
  const [short, long] = [textsOf("shortDescription"), textsOf("longDescription")];
  expect([short.length, long.length]).toEqual([2, 2]);
  expect(short.filter(({ length }) => length > 150)).toEqual([]);
  expect(long.filter(({ length }) => length < 150 || length > 10_000)).toEqual([]);
});

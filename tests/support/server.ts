import { afterAll, inject } from "vitest";
import { openDatabase, ownDatabase, type TestDatabase } from "./database";
import { settledDemonstration } from "./settled-demonstration";
import { type Site, type SiteOptions, startSite } from "./site";
import type { SharedSite } from "./site-setup";

export interface TestSite extends Site {
  readonly database: TestDatabase;
}

/** What all files know of a site, their own or the one they share. */
export type OpenSite = Pick<TestSite, "origin" | "database" | "files">;

/**
 * A site of its own, on a fresh copy of the settled demonstration or on `database`. It ends with
 * the test file. For files that publish, review or end programs; call it at the top of the file:
 * `const site = await testSite();`
 */
export async function testSite(
  options: SiteOptions & { readonly database?: TestDatabase } = {},
): Promise<TestSite> {
  const server = inject("postgres");
  const { database, ...settings } = options.database
    ? { ...options, database: options.database }
    : { ...options, ...(await settledDatabase()) };
  const site = await startSite(server, database, settings);
  afterAll(() => site.end());
  return { ...site, database };
}

/** The settled demonstration as a database of a test file, and its files. */
async function settledDatabase() {
  const { address, filesFrom } = await settledDemonstration(inject("postgres"));
  return { database: ownDatabase(address), filesFrom };
}

/**
 * The site that all files share which only read, or write nothing but what belongs to people of
 * their own: `const site = await sharedSite();`
 */
export async function sharedSite(): Promise<OpenSite> {
  const answer = await fetch(inject("sharedSite"));
  const text = await answer.text();
  if (!answer.ok) throw new Error(`The shared site did not start: ${text}`);
  const { origin, files, address } = JSON.parse(text) as SharedSite;
  return { origin, files, database: openDatabase(address) };
}

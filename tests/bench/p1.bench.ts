import { afterAll, expect, test } from "vitest";
import { routes } from "@/lib/routes";
import { testSite } from "../support/server";
import { requestsPerSecond } from "./load";
import { buildReference, startBareServer, startReference } from "./reference-site";
import { record, rounded } from "./result";

const site = await testSite({ env: { PAGE_CACHE_MS: "1000" }, without: ["worker"] });
const found = await site.database.owner.query<{ slug: string }>(
  "select slug from call where state = 'published' and opens_at < now() and closes_at > now() order by slug limit 1",
);
const address = site.origin + routes.call(found.rows[0]?.slug ?? "");
const stops: (() => Promise<void>)[] = [];
afterAll(() => Promise.all(stops.map((stop) => stop())));

test("P1: the page of a call, with its strict content policy", async () => {
  const answer = await fetch(address);
  const html = await answer.text();
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-security-policy")).not.toContain("unsafe-inline");
  const value = await requestsPerSecond(address);

  const bare = await startBareServer(html);
  stops.push(bare.stop);
  const bareLimit = await requestsPerSecond(bare.origin);
  await bare.stop();

  // Next writes a static page's text twice, in the page and in its data.
  const reference = await startReference(buildReference(Math.round(html.length / 2)));
  stops.push(reference.stop);
  const staticLimit = await requestsPerSecond(reference.origin);

  const counts = { bytes: Buffer.byteLength(html), noncesSeen: await differentNonces() };
  const common = { id: "P1", value: rounded(value), unit: "requests/s", counts };
  record({
    ...common,
    what: "public call page against a static page of Next of the same weight",
    limit: rounded(staticLimit),
    ratio: rounded(value / staticLimit),
    goal: "≥ 0.8",
    ok: value / staticLimit >= 0.8 && counts.noncesSeen === 20,
  });
  record({
    ...common,
    what: "the same against the same bytes from node:http",
    limit: rounded(bareLimit),
    ratio: rounded(value / bareLimit),
    goal: "shown",
    ok: true,
  });
});

/** Of twenty answers: a policy whose nonce comes twice would protect nobody. */
async function differentNonces(): Promise<number> {
  const policies = await Promise.all(
    Array.from({ length: 20 }, async () =>
      (await fetch(address)).headers.get("content-security-policy"),
    ),
  );
  return new Set(policies).size;
}

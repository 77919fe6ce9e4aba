import { gzipSync } from "node:zlib";
import type { Page } from "playwright";
import { afterAll, expect, test } from "vitest";
import { routes } from "@/lib/routes";
import { testBrowser } from "../support/browser";
import { testSite } from "../support/server";
import { buildReference, startReference } from "./reference-site";
import { record, rounded } from "./result";

const KB = 1000;
const LIMITS = { styles: 40 * KB, scripts: 160 * KB };
const site = await testSite({ without: ["worker"] });
const browser = await testBrowser();
const reference = await startReference(buildReference(1000));
afterAll(() => reference.stop());

const found = await site.database.owner.query<{ call: string; zone: string }>(
  `select call.slug as call, zone.slug as zone from call join zone on zone.id = call.zone_id
   where state = 'published' and closes_at > now() order by call.slug limit 1`,
);
const { call = "", zone = "" } = found.rows[0] ?? {};
const PAGES = [
  routes.home(),
  routes.calls(),
  routes.call(call),
  routes.zones(),
  routes.zone(zone),
  routes.howItWorks(),
  routes.verify(),
  routes.signIn(),
];

test("P13: weight of each public page", async () => {
  const weights = await Promise.all(PAGES.map(weigh));
  for (const kind of ["styles", "scripts"] as const) {
    const heaviest = Math.max(...weights.map((weight) => weight[kind]));
    const limit = LIMITS[kind];
    record({
      id: "P13",
      what: `${kind} of the heaviest public page, gzip`,
      value: rounded(heaviest / KB),
      unit: "kB",
      limit: limit / KB,
      ratio: rounded(heaviest / limit),
      goal: `≤ ${limit / KB} kB`,
      ok: heaviest <= limit,
      counts: Object.fromEntries(PAGES.map((page, at) => [page, weights[at]?.[kind] ?? 0])),
    });
    expect(heaviest).toBeGreaterThan(0);
  }
});

test("P13: largest contentful paint on a slow phone", async () => {
  const empty = await paint(`${reference.origin}/empty`);
  const times: number[] = [];
  for (const page of PAGES) times.push(await paint(site.origin + page));
  const slowest = Math.max(...times);
  record({
    id: "P13",
    what: "largest contentful paint of the slowest public page on a slow phone, against an empty page",
    value: rounded(slowest),
    unit: "ms",
    limit: rounded(empty),
    ratio: rounded(slowest / empty),
    goal: "≤ 2500 ms",
    ok: slowest <= 2500,
    counts: Object.fromEntries(PAGES.map((page, at) => [page, Math.round(times[at] ?? 0)])),
  });
  expect(slowest).toBeGreaterThan(0);
});

/** Bytes of style sheets and scripts that a page names for its first load, compressed. */
async function weigh(path: string): Promise<{ styles: number; scripts: number }> {
  const html = await (await fetch(site.origin + path)).text();
  const names = (pattern: RegExp) => [
    ...new Set([...html.matchAll(pattern)].map(([, name]) => name)),
  ];
  const styles = names(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g);
  const scripts = names(/<script[^>]+src="([^"]+)"(?![^>]*noModule)/g);
  return { styles: await compressed(styles), scripts: await compressed(scripts) };
}

async function compressed(paths: (string | undefined)[]): Promise<number> {
  let sum = 0;
  for (const path of paths) {
    const answer = await fetch(new URL(path ?? "", site.origin));
    sum += gzipSync(Buffer.from(await answer.arrayBuffer())).byteLength;
  }
  return sum;
}

/** A phone of the lower middle on a slow 4G network, as Lighthouse has it. */
async function paint(address: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 375, height: 740 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (750 * 1024) / 8,
  });
  await page.goto(address, { waitUntil: "load" });
  const time = await largestPaint(page);
  await context.close();
  return time;
}

function largestPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const last = list.getEntries().at(-1);
          if (last) resolve(last.startTime);
        }).observe({ type: "largest-contentful-paint", buffered: true });
      }),
  );
}

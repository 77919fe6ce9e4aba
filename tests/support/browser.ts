import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright";
import { afterAll, expect, inject, onTestFinished } from "vitest";

/** The browser of the run, as a test file sees it. Call it at the top of the file. */
export async function testBrowser(): Promise<Browser> {
  const browser = await chromium.connect(inject("browser"));
  afterAll(() => browser.close());
  return browser;
}

interface PageOptions extends BrowserContextOptions {
  /** What a page may complain about in this test, such as a 404 that it is about. */
  readonly expected?: RegExp;
}

/**
 * A page of a fresh visitor, in Italian and in Rome. The test fails when the page throws, logs an
 * error, or violates the content security policy.
 */
export async function openPage(browser: Browser, options: PageOptions = {}): Promise<Page> {
  const { expected, ...context } = options;
  const visitor = await browser.newContext({
    locale: "it-IT",
    timezoneId: "Europe/Rome",
    reducedMotion: "reduce",
    viewport: { width: 1280, height: 900 },
    ...context,
  });
  visitor.setDefaultTimeout(60_000);
  const page = await visitor.newPage();
  const problems: string[] = [];
  const note = (problem: string) => {
    if (!expected?.test(problem)) problems.push(problem);
  };
  page.on("pageerror", (error) => note(`${error.name}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") note(`${message.text()} (${message.location().url})`);
  });
  onTestFinished(async () => {
    await visitor.close();
    expect(problems, "what the page complained about").toEqual([]);
  });
  return page;
}

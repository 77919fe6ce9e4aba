import { chromium } from "playwright";
import type { TestProject } from "vitest/node";
import { findBrowser } from "./browser-finder";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where test files reach the one browser of a run. */
    browser: string;
  }
}

/** One browser process for all files of a run; every page has a visitor of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { path, args } = await findBrowser();
  const browser = await chromium.launchServer({ executablePath: path, args: [...args] });
  project.provide("browser", browser.wsEndpoint());
  return () => browser.close();
}

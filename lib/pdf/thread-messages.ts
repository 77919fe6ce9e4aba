import type { RenderedPdf } from "./render";

/** To a thread: one document at a time, as plain data. */
export interface RenderRequest {
  readonly kind: string;
  readonly view: unknown;
}

export type RenderReply =
  | { readonly ok: true; readonly pdf: RenderedPdf }
  | { readonly ok: false; readonly name: string; readonly message: string };

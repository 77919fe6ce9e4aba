import type { RenderedPdf } from "./render";

/** What a thread does where others want the processor too: it rests in between, or gives way. */
export interface ThreadData {
  readonly givesWay: boolean;
}

/** To a thread: one document at a time, as plain data. */
export interface RenderRequest {
  readonly kind: string;
  readonly view: unknown;
  /** Somewhere people still send, in the last minutes before the end of a call. */
  readonly lastMinutes: boolean;
}

export type Drawn =
  | { readonly ok: true; readonly pdf: RenderedPdf }
  | { readonly ok: false; readonly name: string; readonly message: string };

export type RenderReply = Drawn & {
  /** From now on it draws only while nobody else wants the processor. */
  readonly gaveWay: boolean;
};

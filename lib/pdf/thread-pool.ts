import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { RenderedPdf } from "./render";
import type { Drawn, RenderReply, RenderRequest, ThreadData } from "./thread-messages";
import { PdfRefused } from "./ua";

export interface ThreadPoolOptions {
  /** Module that calls `serveKinds`. */
  readonly entry: URL;
  readonly size: number;
  /** Milliseconds a document may take, from its start in a thread; four times that in one that gives way. */
  readonly timeLimit: number;
}

/** The thread ended, or was ended, before the document was done. Trying again may help. */
export class PdfThreadFailed extends Error {
  override name = "PdfThreadFailed";
}

/** Milliseconds without work after which a thread that gave way makes room for a fresh one. */
const RUSH_IS_OVER = 5_000;

interface Job extends RenderRequest {
  readonly resolve: (pdf: RenderedPdf) => void;
  readonly reject: (reason: Error) => void;
}

/**
 * Renders documents in worker threads, one at a time in each, in the order asked. The first keeps
 * its share of the processor, so that a single document never waits for long and every rush comes
 * to an end; the others give way in a rush.
 */
export class ThreadPool {
  private readonly queue: Job[] = [];
  private readonly threads = new Set<Thread>();
  private closed = false;

  constructor(private readonly options: ThreadPoolOptions) {}

  /** @throws PdfRefused as `renderPdf` does; PdfThreadFailed on a crash or after the time limit */
  render(kind: string, view: unknown, lastMinutes = false): Promise<RenderedPdf> {
    if (this.closed) return Promise.reject(new PdfThreadFailed("The pool is closed."));
    return new Promise((resolve, reject) => {
      this.queue.push({ kind, view, lastMinutes, resolve, reject });
      this.next();
    });
  }

  /** Ends the threads; what they were at, and what waits, is rejected. */
  async close(): Promise<void> {
    this.closed = true;
    for (const job of this.queue.splice(0)) job.reject(new PdfThreadFailed("The pool closed."));
    await Promise.all([...this.threads].map((thread) => thread.end("The pool closed.")));
  }

  private next(): void {
    while (this.queue.length > 0) {
      const free = this.freeThread() ?? this.another();
      const job = free && this.queue.shift();
      if (!job) return;
      free.start(job);
    }
  }

  /** Of those that may: what is asked in the last minutes is left to the first thread. */
  private freeThread(): Thread | undefined {
    const alone = this.queue[0]?.lastMinutes;
    return [...this.threads].find((thread) => thread.free && !(alone && thread.givesWay));
  }

  private another(): Thread | undefined {
    if (this.closed || this.threads.size >= this.options.size || this.queue.length === 0) return;
    const givesWay = [...this.threads].some((one) => !one.givesWay);
    if (givesWay && this.queue[0]?.lastMinutes) return;
    const thread: Thread = new Thread(this.options, givesWay, {
      idle: () => this.next(),
      gone: () => {
        this.threads.delete(thread);
        this.next();
      },
    });
    this.threads.add(thread);
    return thread;
  }
}

interface Listener {
  readonly idle: () => void;
  readonly gone: () => void;
}

class Thread {
  private readonly worker: Worker;
  private job: Job | null = null;
  private timer: NodeJS.Timeout | undefined;
  private retirement: NodeJS.Timeout | undefined;
  private ending = false;

  constructor(
    private readonly options: ThreadPoolOptions,
    readonly givesWay: boolean,
    private readonly listener: Listener,
  ) {
    // From source, under tsx or a test runner, the entry is TypeScript with JSX.
    const { pathname } = options.entry;
    this.worker = new Worker(options.entry, {
      execArgv: pathname.endsWith(".mjs") ? [] : ["--import", tsx()],
      // A document that grows without end takes its thread with it, not the process.
      resourceLimits: { maxOldGenerationSizeMb: 512 },
      workerData: { givesWay } satisfies ThreadData,
    });
    this.worker.unref();
    this.worker.on("message", (reply: RenderReply) => this.finish(reply, reply.gaveWay));
    this.worker.on("error", (error) => this.lose(`The thread failed: ${error.message}`));
    this.worker.on("exit", (code) => this.lose(`The thread ended with code ${code}.`));
  }

  get free(): boolean {
    return this.job === null && !this.ending;
  }

  start(job: Job): void {
    const asked = { kind: job.kind, view: job.view, lastMinutes: job.lastMinutes };
    clearTimeout(this.retirement);
    this.job = job;
    // Work that is under way keeps the process; an idle pool does not.
    this.worker.ref();
    const timeLimit = this.options.timeLimit * (this.givesWay ? 4 : 1);
    const late = `"${job.kind}" took longer than ${timeLimit} ms.`;
    this.timer = setTimeout(() => void this.end(late), timeLimit);
    try {
      this.worker.postMessage(asked satisfies RenderRequest);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.finish({ ok: false, name: "DataCloneError", message: reason });
    }
  }

  async end(why: string): Promise<void> {
    clearTimeout(this.retirement);
    this.lose(why);
    await this.worker.terminate();
  }

  private finish(drawn: Drawn, gaveWay = false): void {
    const job = this.release();
    if (!job) return;
    if (drawn.ok) job.resolve(drawn.pdf);
    else job.reject(asError(drawn));
    this.listener.idle();
    if (gaveWay && this.free) this.retireLater();
  }

  /** Its priority cannot be raised again: what comes after a rush is for a thread that has its own. */
  private retireLater(): void {
    this.retirement = setTimeout(() => void this.end("The rush is over."), RUSH_IS_OVER);
    this.retirement.unref();
  }

  private lose(why: string): void {
    if (this.ending) return;
    this.ending = true;
    this.release()?.reject(new PdfThreadFailed(why));
    this.listener.gone();
  }

  private release(): Job | null {
    clearTimeout(this.timer);
    this.worker.unref();
    const { job } = this;
    this.job = null;
    return job;
  }
}

function tsx(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
}

function asError({ name, message }: { name: string; message: string }): Error {
  if (name === "PdfRefused") return new PdfRefused(message);
  return Object.assign(new Error(message), { name });
}

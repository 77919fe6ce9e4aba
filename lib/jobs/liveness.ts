import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/** A worker writes this often that it is alive. */
const BEAT_MS = 3_000;
/** One that has been silent for this long is taken for dead, and what it held goes to others. */
export const DEAD_AFTER_SECONDS = 15;
/** A worker that could not write for this long finishes nothing: others may soon act for it. */
const SURE_FOR_MS = 9_000;

/**
 * The sign of life of this process: a row written every few seconds, under the id by which the
 * queue knows it. Its own doubts are measured on the monotonic clock, which a pause does not stop.
 */
export class Liveness {
  readonly #db: Database;
  readonly #monotonic: () => number;
  #workerId = "";
  #firstBeat: Promise<void> | undefined;
  #lastBeat = Number.NEGATIVE_INFINITY;
  #unbroken = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(db: Database, monotonic = () => performance.now()) {
    this.#db = db;
    this.#monotonic = monotonic;
  }

  get workerId(): string {
    return this.#workerId;
  }

  /** Called once, when the queue has given the process its id. */
  become(workerId: string): void {
    this.#workerId = workerId;
    this.#firstBeat = this.beat().catch(() => undefined);
    this.#timer = setInterval(() => void this.beat().catch(() => undefined), BEAT_MS);
  }

  /** Writes that the process is alive. A database that is away is tried again at the next beat. */
  async beat(): Promise<void> {
    const asked = this.#monotonic();
    await this.#db.execute(sql`insert into worker_heartbeat (worker_id, started_at, beat_at)
      values (${this.#workerId}, clock_timestamp(), clock_timestamp())
      on conflict (worker_id) do update set beat_at = excluded.beat_at`);
    if (this.#monotonic() - this.#lastBeat >= SURE_FOR_MS) this.#unbroken += 1;
    this.#lastBeat = asked;
  }

  /**
   * Begins something that only a living worker may finish. The function it gives tells later
   * whether nobody can have taken this process for dead in between, for instance while it was
   * paused or the database was away.
   */
  async hold(): Promise<() => boolean> {
    await this.#firstBeat;
    const begun = this.#unbroken;
    return () => begun === this.#unbroken && this.#monotonic() - this.#lastBeat < SURE_FOR_MS;
  }

  /** Says goodbye, so that what is left over is taken up at once. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#db.execute(
      sql`update worker_heartbeat set beat_at = '-infinity' where worker_id = ${this.#workerId}`,
    );
  }
}

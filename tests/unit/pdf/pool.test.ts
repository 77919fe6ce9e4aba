import { createHash } from "node:crypto";
import { afterAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { closeThreads, renderInThread } from "@/lib/pdf/pool";
import { renderPdf } from "@/lib/pdf/render";
import { ThreadPool } from "@/lib/pdf/thread-pool";
import { Sample } from "./sample";

const entry = new URL("./sample-thread.tsx", import.meta.url);
const pools: ThreadPool[] = [];
const open = (size = 1, timeLimit = 60_000) => {
  const pool = new ThreadPool({ entry, size, timeLimit });
  pools.push(pool);
  return pool;
};

afterAll(() => Promise.all(pools.map((pool) => pool.close())));

describe("the pool of threads", { timeout: 60_000 }, () => {
  const shared = open(2);

  it("answers each of many requests with its own document, as this thread would make it", async () => {
    const rows = [1, 20, 3, 5];
    const there = await Promise.all(rows.map((count) => shared.render("sample", { rows: count })));
    const here = await Promise.all(rows.map((count) => renderPdf(Sample({ rows: count }))));
    expect(there.map((pdf) => pdf.sha256)).toEqual(here.map((pdf) => pdf.sha256));
    expect(there.map((pdf) => pdf.pages)).toEqual(here.map((pdf) => pdf.pages));
    for (const { bytes, sha256 } of there) {
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
    }
  });

  it("rejects what cannot be rendered, saying why, and goes on", async () => {
    await expect(shared.render("untagged", {})).rejects.toMatchObject({
      name: "PdfRefused",
      message: "A P is empty.",
    });
    await expect(shared.render("broken", {})).rejects.toMatchObject({
      name: "TypeError",
      message: "the view has no applicant",
    });
    await expect(shared.render("nothing", {})).rejects.toThrow('no document of kind "nothing"');
    await expect(shared.render("sample", { rows: () => 1 })).rejects.toMatchObject({
      name: "DataCloneError",
    });
    expect((await shared.render("sample", { rows: 1 })).pages).toBeGreaterThan(0);
  });

  it("rejects the document whose thread dies, and renders the next in a new one", async () => {
    const pool = open();
    const [crashed, next] = [pool.render("crash", {}), pool.render("sample", { rows: 1 })];
    await expect(crashed).rejects.toMatchObject({
      name: "PdfThreadFailed",
      message: "The thread ended with code 7.",
    });
    expect((await next).pages).toBeGreaterThan(0);
  });

  it("loses only the thread to a document that takes all memory", async () => {
    const pool = open();
    const [greedy, next] = [pool.render("greedy", {}), pool.render("sample", { rows: 1 })];
    await expect(greedy).rejects.toThrow(/^The thread failed: .*memory/);
    expect((await next).pages).toBeGreaterThan(0);
  });

  it("ends what takes longer than its time, and renders the next", async () => {
    const pool = open(1, 10_000);
    const [endless, next] = [pool.render("endless", {}), pool.render("sample", { rows: 1 })];
    await expect(endless).rejects.toThrow('"endless" took longer than 10000 ms.');
    expect((await next).pages).toBeGreaterThan(0);
  });

  it("ends a thread that gave way when its rush is over; the first one stays", async () => {
    const rush = new URL("./giving-way-thread.ts", import.meta.url);
    const hurried = new ThreadPool({ entry: rush, size: 2, timeLimit: 60_000 });
    pools.push(hurried);
    const two = () => Promise.all([hurried.render("any", {}), hurried.render("any", {})]);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const [first, second] = await two();
    expect([first.sha256, second.sha256]).toEqual(["false", "true"]);
    await vi.advanceTimersByTimeAsync(4_999);
    expect((await two()).map(({ pages }) => pages)).toEqual([first.pages, second.pages]);
    await vi.advanceTimersByTimeAsync(5_000);
    const [later, fresh] = await two();
    expect(later.pages).toBe(first.pages);
    expect(fresh).toMatchObject({ sha256: "true" });
    expect(fresh.pages).not.toBe(second.pages);
  });

  it("leaves what is asked in the last minutes to the first thread alone", async () => {
    const rush = new URL("./giving-way-thread.ts", import.meta.url);
    const pool = new ThreadPool({ entry: rush, size: 2, timeLimit: 60_000 });
    pools.push(pool);
    const asked = [true, true, true].map((last) => pool.render("any", {}, last));
    const drawn = await Promise.all(asked);
    expect(new Set(drawn.map(({ pages }) => pages)).size).toBe(1);
    const later = await Promise.all([pool.render("any", {}), pool.render("any", {})]);
    expect(later.map(({ sha256 }) => sha256)).toEqual(["false", "true"]);
    const again = await Promise.all([1, 2].map(() => pool.render("any", {}, true)));
    expect(again.map(({ sha256 }) => sha256)).toEqual(["false", "false"]);
  });

  it("rejects what is under way and what waits when it closes", async () => {
    const pool = open();
    const jobs = [pool.render("endless", {}), pool.render("sample", { rows: 1 })];
    const outcomes = Promise.allSettled(jobs);
    await pool.close();
    expect((await outcomes).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await expect(pool.render("sample", { rows: 1 })).rejects.toThrow("closed");
  });

  it("finds the threads of the product and their kinds", async () => {
    const render = renderInThread as (
      ...asked: [kind: string, view: unknown, lastMinutes: boolean]
    ) => Promise<unknown>;
    await expect(render("no such kind", {}, false)).rejects.toThrow('kind "no such kind"');
    await closeThreads();
  });
});

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Autosaver, type SaveOutcome, type SaveStatus } from "@/components/forms/autosaver";

type Answer = SaveOutcome<string>;
const stored = (text: string): Answer => ({
  kind: "saved",
  savedAt: "2026-11-22T09:12:40Z",
  result: text,
});

/** A form of one text, and a server that answers when it is told to. */
function desk() {
  const seen = { text: "", sent: [] as string[], kept: "", told: [] as SaveStatus[], out: false };
  const waiting: ((answer: Answer | Error) => void)[] = [];
  const saver = new Autosaver<string>({
    read: () => {
      const form = new FormData();
      form.set("text", seen.text);
      return form;
    },
    send: (form) => {
      seen.sent.push(String(form.get("text")));
      return new Promise((resolve, reject) => {
        waiting.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)));
      });
    },
    tell: (status) => seen.told.push(status),
    keep: (form) => {
      seen.kept = String(form.get("text"));
    },
    forget: () => {
      seen.kept = "";
    },
    onSaved: () => undefined,
    onSignedOut: (out) => {
      seen.out = out;
    },
  });
  const type = (text: string) => {
    seen.text = text;
    saver.schedule();
  };
  const answer = async (given: Answer | Error) => {
    await vi.advanceTimersByTimeAsync(0);
    waiting.shift()?.(given);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { seen, saver, type, answer, lastTold: () => seen.told.at(-1) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const pause = (ms = 1200) => vi.advanceTimersByTimeAsync(ms);

test("what is typed in one go is sent once, after a pause", async () => {
  const { seen, type, saver, answer, lastTold } = desk();
  type("P");
  await pause(600);
  type("Parità");
  await pause(600);
  expect(seen.sent).toEqual([]);
  await pause(600);
  expect(seen.sent).toEqual(["Parità"]);
  expect(lastTold()).toEqual({ kind: "saving" });
  await answer(stored("Parità"));
  expect(lastTold()).toEqual({ kind: "saved", savedAt: "2026-11-22T09:12:40Z" });
  expect(saver.unsaved).toBe(false);
});

test("what is typed during a save is saved after it, never beside it", async () => {
  const { seen, type, answer } = desk();
  type("a");
  await pause();
  type("ab");
  await pause(5_000);
  expect(seen.sent).toEqual(["a"]);
  await answer(stored("a"));
  await pause();
  expect(seen.sent).toEqual(["a", "ab"]);
});

test("without an answer it is kept, counted down and sent again, each time later", async () => {
  const { seen, type, answer, lastTold } = desk();
  type("testo");
  await pause();
  await answer(new Error("network"));
  expect(seen.kept).toBe("testo");
  expect(lastTold()).toEqual({ kind: "retrying", seconds: 5 });
  await pause(5_000);
  expect(seen.sent).toHaveLength(2);
  await answer({ kind: "unreachable" });
  expect(lastTold()).toEqual({ kind: "retrying", seconds: 10 });
  await pause(10_000);
  await answer(stored("testo"));
  expect(seen.kept).toBe("");
  expect(seen.sent).toHaveLength(3);
});

test("when the network is back it does not wait for the count", async () => {
  const { seen, type, answer, saver } = desk();
  type("testo");
  await pause();
  await answer(new Error("network"));
  saver.retry();
  expect(seen.sent).toHaveLength(2);
});

test("a refusal is kept and tried again only with the next change", async () => {
  const { seen, type, answer, saver, lastTold } = desk();
  type("troppo");
  await pause();
  await answer({ kind: "refused", errors: 2 });
  expect(lastTold()).toEqual({ kind: "errors", errors: 2 });
  await pause(60_000);
  expect(seen.sent).toHaveLength(1);
  expect([saver.unsaved, seen.kept]).toEqual([true, "troppo"]);
  type("meno");
  await pause();
  expect(seen.sent).toEqual(["troppo", "meno"]);
});

test("the end of a session is said, and what was typed is kept", async () => {
  const { seen, type, answer, lastTold } = desk();
  type("testo");
  await pause();
  await answer({ kind: "signedOut" });
  expect([seen.out, seen.kept, lastTold()?.kind]).toEqual([true, "testo", "offline"]);
});

test("flush stores at once, also what was typed during a save", async () => {
  const { seen, saver, type, answer } = desk();
  type("a");
  await pause();
  type("ab");
  const flushed = saver.flush();
  await answer(stored("a"));
  await answer(stored("ab"));
  expect(await flushed).toBe(true);
  expect(seen.sent).toEqual(["a", "ab"]);
});

test("flush tells when it could not", async () => {
  const { saver, type, answer } = desk();
  type("a");
  const flushed = saver.flush();
  await answer({ kind: "unreachable" });
  expect(await flushed).toBe(false);
});

test("finish waits for the save under way and sends nothing more", async () => {
  const { seen, saver, type, answer } = desk();
  type("a");
  await pause();
  type("ab");
  const finished = saver.finish();
  await answer(stored("first"));
  expect(await finished).toBe("first");
  await pause(60_000);
  expect(seen.sent).toEqual(["a"]);
});

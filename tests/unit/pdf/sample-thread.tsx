import { P } from "@/lib/pdf/components";
import { Letter } from "@/lib/pdf/letter";
import { serveKinds } from "@/lib/pdf/thread";
import { LETTER, Sample } from "./sample";

/** Entry of the threads in pool.test.ts: one kind that works and those that do not. */
serveKinds({
  sample: (view: { rows: number }) => <Sample rows={view.rows} />,
  untagged: () => (
    <Letter {...LETTER}>
      <P>{""}</P>
    </Letter>
  ),
  broken: () => {
    throw new TypeError("the view has no applicant");
  },
  crash: () => process.exit(7),
  greedy: () => {
    for (const hoard: number[][] = []; ; ) hoard.push(new Array(100_000).fill(1.5));
  },
  // It goes on for ever without taking a core from the other tests.
  endless: () => {
    const never = new Int32Array(new SharedArrayBuffer(4));
    for (;;) Atomics.wait(never, 0, 0, 20);
  },
});

/**
 * At most `most` works at a time, the others in the order in which they came. For what holds whole
 * files in memory: a rush of uploads then waits instead of filling it.
 */
export function inTurns(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) await new Promise<void>((go) => waiting.push(go));
    else running += 1;
    try {
      return await work();
    } finally {
      // Who waits takes the place over; only a place that nobody wants becomes free.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

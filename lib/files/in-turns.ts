/**
 * Works that weigh at most `most` together at a time, the others in the order in which they came;
 * one that weighs more goes alone. For what holds whole files in memory: a rush of uploads then
 * waits instead of filling it.
 */
export function inTurns(most: number): <T>(weight: number, work: () => Promise<T>) => Promise<T> {
  const waiting: { weight: number; go: () => void }[] = [];
  let held = 0;
  function letIn(): void {
    for (let [next] = waiting; next; [next] = waiting) {
      if (held > 0 && held + next.weight > most) return;
      waiting.shift();
      held += next.weight;
      next.go();
    }
  }
  return async (weight, work) => {
    await new Promise<void>((go) => {
      waiting.push({ weight, go });
      letIn();
    });
    try {
      return await work();
    } finally {
      held -= weight;
      letIn();
    }
  };
}

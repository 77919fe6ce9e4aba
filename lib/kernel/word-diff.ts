/** A run of text that both versions have, only the old one, or only the new one. */
export type DiffPart = { readonly kind: "same" | "removed" | "added"; readonly text: string };

/** Above this many comparisons two texts are shown one after the other: nobody reads such a diff. */
const MOST_CELLS = 4_000_000;

/**
 * What changed between two texts, by words: same and removed parts joined are the old text, same
 * and added ones the new. Removed comes before added.
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  const room = Math.min(old.length, now.length) - head;
  while (tail < room && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const middle = between(old.slice(head, old.length - tail), now.slice(head, now.length - tail));
  return joined([
    ...old.slice(0, head).map(same),
    ...middle,
    ...old.slice(old.length - tail).map(same),
  ]);
}

/** Words and what stands between them, each by itself. */
const wordsOf = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];

const same = (text: string): DiffPart => ({ kind: "same", text });
const removed = (text: string): DiffPart => ({ kind: "removed", text });
const added = (text: string): DiffPart => ({ kind: "added", text });

/** The longest common run of words, by its table of lengths. */
function between(old: readonly string[], now: readonly string[]): DiffPart[] {
  const width = now.length + 1;
  if (old.length * now.length > MOST_CELLS) return [...old.map(removed), ...now.map(added)];
  const lengths = new Uint32Array((old.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = now.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        old[row] === now[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const parts: DiffPart[] = [];
  let [row, column] = [0, 0];
  while (row < old.length || column < now.length) {
    const [word, other] = [old[row], now[column]];
    if (word !== undefined && word === other) {
      parts.push(same(word));
      row += 1;
      column += 1;
    } else if (
      word !== undefined &&
      (other === undefined || at(row + 1, column) >= at(row, column + 1))
    ) {
      parts.push(removed(word));
      row += 1;
    } else {
      parts.push(added(other ?? ""));
      column += 1;
    }
  }
  return parts;
}

/**
 * Neighbours of one kind become one part, and between two same parts removed stands before added. A
 * space between two changed words is read with them.
 */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const out: DiffPart[] = [];
  let run = { removed: "", added: "" };
  const flush = () => {
    if (run.removed) out.push(removed(run.removed));
    if (run.added) out.push(added(run.added));
    run = { removed: "", added: "" };
  };
  for (const [at, { kind, text }] of parts.entries()) {
    if (kind !== "same") {
      run = { ...run, [kind]: run[kind] + text };
      continue;
    }
    const follows = parts[at + 1]?.kind;
    if (
      run.removed &&
      run.added &&
      follows !== undefined &&
      follows !== "same" &&
      /^\s+$/.test(text)
    ) {
      run = { removed: run.removed + text, added: run.added + text };
      continue;
    }
    flush();
    const last = out.at(-1);
    if (last?.kind === "same") out[out.length - 1] = same(last.text + text);
    else out.push(same(text));
  }
  flush();
  return out;
}

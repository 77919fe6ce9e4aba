/** A name and a value, as a form posts them. */
export type Entry = readonly [string, string];

/**
 * What no server has acknowledged is kept in the browser until one does: it survives a reload, a
 * crash and a new sign-in. Forms are told apart by a name of their own, and the pages of one form by
 * a mark each, so that two windows keep two texts.
 */
type Kept = { entries: Entry[]; at: number };

const PREFIX = "cantieri:unsent:";
const keyOf = (name: string, page: string) => `${PREFIX}${name}:${page}`;
const lockOf = (page: string) => `cantieri:page:${page}`;

/** The mark of this opening of a page. */
export function newPageMark(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}

export function keepUnsent(name: string, page: string, form: FormData): void {
  const entries = [...form.entries()].filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && !entry[0].startsWith("$"),
  );
  // Only to tell the younger of two apart.
  const kept: Kept = { entries, at: performance.timeOrigin + performance.now() };
  // A browser that is full or keeps nothing saves to the server all the same.
  attempt(() => localStorage.setItem(keyOf(name, page), JSON.stringify(kept)));
}

export function forgetUnsent(name: string, page: string): void {
  attempt(() => localStorage.removeItem(keyOf(name, page)));
}

/** On the way out of a computer that others use too. */
export function forgetAllUnsent(): void {
  for (const key of keysUnder(PREFIX)) attempt(() => localStorage.removeItem(key));
}

/** Says, as long as the page is open, that what it keeps is its own. */
export function holdPage(page: string): () => void {
  let leave = () => {};
  const open = new Promise<void>((resolve) => {
    leave = resolve;
  });
  // Without locks, as over plain http, each page takes up what it finds.
  navigator.locks?.request(lockOf(page), () => open).catch(() => undefined);
  return leave;
}

/** Takes over the youngest that a page which is gone has left of a form; undefined: nothing. */
export async function takeUnsent(name: string, page: string): Promise<Entry[] | undefined> {
  const prefix = `${PREFIX}${name}:`;
  const open = await openPages();
  const [youngest] = keysUnder(prefix)
    .filter((key) => !open.has(lockOf(key.slice(prefix.length))))
    .flatMap((key) => [{ key, kept: read(key) }])
    .sort((a, b) => (b.kept?.at ?? 0) - (a.kept?.at ?? 0));
  if (!youngest?.kept) return undefined;
  attempt(() => localStorage.setItem(keyOf(name, page), JSON.stringify(youngest.kept)));
  if (youngest.key !== keyOf(name, page)) attempt(() => localStorage.removeItem(youngest.key));
  return youngest.kept.entries;
}

async function openPages(): Promise<ReadonlySet<string>> {
  const held = (await navigator.locks?.query())?.held ?? [];
  return new Set(held.map((lock) => lock.name ?? ""));
}

function keysUnder(prefix: string): string[] {
  return attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(prefix))) ?? [];
}

function read(key: string): Kept | undefined {
  return attempt(() => JSON.parse(localStorage.getItem(key) ?? "") as Kept);
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

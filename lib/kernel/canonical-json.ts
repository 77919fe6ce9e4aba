/**
 * Canonical JSON (RFC 8785): one byte sequence for equal data, so that a digest means something.
 * Refuses what JSON cannot carry (NaN, infinities, lone surrogates, cycles, class instances) with a
 * TypeError; properties that are undefined are left out, as JSON.stringify does.
 */
export function canonicalJson(value: unknown): string {
  return write(value, new Set());
}

function write(value: unknown, inside: Set<object>): string {
  switch (typeof value) {
    case "string":
      return writeString(value);
    case "number":
      if (!Number.isFinite(value)) throw new TypeError("a number that JSON cannot carry");
      return JSON.stringify(value);
    case "boolean":
      return String(value);
    case "object":
      return value === null ? "null" : writeNested(value, inside);
    default:
      throw new TypeError(`a ${typeof value} cannot be written as JSON`);
  }
}

function writeNested(value: object, inside: Set<object>): string {
  if (inside.has(value)) throw new TypeError("a value that contains itself");
  inside.add(value);
  const text = Array.isArray(value)
    ? `[${Array.from(value, (item) => write(item, inside)).join(",")}]`
    : writeObject(value, inside);
  inside.delete(value);
  return text;
}

function writeObject(value: object, inside: Set<object>): string {
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError("only plain objects can be written as JSON");
  }
  // The default sort compares UTF-16 code units, which is the order the RFC asks for.
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => [key, `${writeString(key)}:${write(member, inside)}`] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, text]) => text);
  return `{${members.join(",")}}`;
}

function writeString(text: string): string {
  if (!text.isWellFormed()) throw new TypeError("a lone surrogate");
  return JSON.stringify(text);
}

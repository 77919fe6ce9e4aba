/**
 * Cuts what flows in into pieces of `most` bytes, the last one shorter. No more than one is held.
 * Where the source breaks off, what had come before is the last piece.
 */
export async function* piecesOf(
  source: AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<Buffer, void, undefined> {
  let parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of source) {
      let rest = part;
      while (size + rest.length >= most) {
        const cut = most - size;
        yield Buffer.concat([...parts, rest.subarray(0, cut)]);
        [parts, size, rest] = [[], 0, rest.subarray(cut)];
      }
      if (rest.length > 0) parts.push(rest);
      size += rest.length;
    }
  } catch {
    // The connection is gone: whoever sends asks later how much there is.
  }
  if (size > 0) yield Buffer.concat(parts);
}

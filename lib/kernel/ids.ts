/**
 * A UUID of version 7 (RFC 9562): 48 bits of milliseconds, then 74 random bits. Ids of one moment
 * sort together, which keeps indexes compact; they say nothing else.
 * @param milliseconds since 1970, below 2^48
 * @param random ten bytes
 */
export function uuidV7(milliseconds: number, random: Uint8Array): string {
  if (!Number.isInteger(milliseconds) || milliseconds < 0 || milliseconds >= 2 ** 48) {
    throw new RangeError("milliseconds out of range");
  }
  if (random.length !== 10) throw new RangeError("ten random bytes are needed");
  const hex = [...random].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const time = milliseconds.toString(16).padStart(12, "0");
  const variant = (8 + ((random[2] ?? 0) >> 6)).toString(16);
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${hex.slice(1, 4)}`,
    `${variant}${hex.slice(5, 8)}`,
    hex.slice(8),
  ].join("-");
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

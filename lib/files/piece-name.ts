/** The name of a piece as a part of a path or key; throws on anything but an id of ours. */
export function pieceName(name: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name)) throw new RangeError("not an id");
  return name;
}

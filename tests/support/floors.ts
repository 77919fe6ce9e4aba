import { readFileSync } from "node:fs";

type Locked = { packages: Record<string, { version?: string }> };

/**
 * Packages below the lowest version without a known serious fault. It asks nobody: the floors
 * stand in tests/floors.json, because an audit service may be out of reach. Every installed copy
 * counts, also those that another package brings.
 */
export function belowFloor(lockText: string, floorsText: string): string[] {
  const lock = JSON.parse(lockText) as Locked;
  const floors = JSON.parse(floorsText) as Record<string, string>;
  return Object.entries(floors).flatMap(([name, floor]) => {
    const copies = Object.entries(lock.packages).filter(([path]) =>
      path.endsWith(`node_modules/${name}`),
    );
    if (copies.length === 0) return [`${name} is not installed at all`];
    return copies
      .filter(([, { version }]) => isBelow(version ?? "0", floor))
      .map(([path, { version }]) => `${path} is ${version}, the floor is ${floor}`);
  });
}

export function checkFloors(): string[] {
  return belowFloor(
    readFileSync("package-lock.json", "utf8"),
    readFileSync("tests/floors.json", "utf8"),
  );
}

/** A pre-release counts as the version before it. */
function isBelow(version: string, floor: string): boolean {
  const [release = "", preRelease] = version.split("-", 2);
  const parts = release.split(".").map(Number);
  const least = floor.split(".").map(Number);
  for (const [at, wanted] of least.entries()) {
    const found = parts[at] ?? 0;
    if (found !== wanted) return found < wanted;
  }
  return preRelease !== undefined;
}

import { readFileSync } from "node:fs";

type LockFile = {
  packages: Record<string, { optionalDependencies?: Record<string, string>; optional?: boolean }>;
};

/**
 * Optional packages that the lock file does not know. npm leaves out those of other platforms when
 * it writes the file beside an installed node_modules, and then `npm ci` refuses on every machine.
 */
export function missingFromLock(lockText: string): string[] {
  const { packages } = JSON.parse(lockText) as LockFile;
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter(
        (name) => !foldersAbove(path).some((folder) => `${folder}node_modules/${name}` in packages),
      )
      .map((name) => `${name}, which ${path || "this project"} may need`),
  );
}

/** Where Node looks for a package that is required from here, inner folders first. */
function foldersAbove(path: string): string[] {
  if (path === "") return [""];
  const outer = path.lastIndexOf("/node_modules/");
  return [`${path}/`, ...foldersAbove(outer < 0 ? "" : path.slice(0, outer))];
}

export function checkLockFile(): string {
  const missing = missingFromLock(readFileSync("package-lock.json", "utf8"));
  if (missing.length === 0) return "";
  return (
    `package-lock.json does not know ${missing.join("; ")}.\n` +
    "Take the entries from the file before, or write it again where the registry has all of them."
  );
}

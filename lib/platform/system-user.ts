import { existsSync, readFileSync, statSync } from "node:fs";

export interface SystemUser {
  uid: number;
  gid: number;
}

/**
 * The user PostgreSQL runs as: it refuses to run as root, so root steps down to whoever owns the
 * data already, else to an unprivileged user of this system. Undefined: run as we are.
 */
export function serverUser(dataFolder: string): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(dataFolder)) {
    const { uid, gid } = statSync(dataFolder);
    if (uid !== 0) return { uid, gid };
  }
  return unprivilegedUser();
}

/** initdb asks for the name of its user, so it has to be one that /etc/passwd knows. */
function unprivilegedUser(): SystemUser {
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }))
    .filter(({ uid }) => uid > 0);
  const preferred = ["nobody", "daemon", "postgres"];
  const found =
    preferred.map((name) => users.find((user) => user.name === name)).find((user) => user) ??
    users[0];
  if (!found) throw new Error("PostgreSQL cannot run as root and /etc/passwd has no other user.");
  return { uid: found.uid, gid: found.gid };
}

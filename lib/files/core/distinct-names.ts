/**
 * Gives each file of an archive a path of its own: one that is taken, in whatever case, gets a number
 * before its extension, as systems that copy files do.
 */
export function distinctNames(): (path: string) => string {
  const taken = new Set<string>();
  return (path) => {
    const dot = path.lastIndexOf(".");
    const end = dot > path.lastIndexOf("/") ? dot : path.length;
    for (let number = 1; ; number += 1) {
      const own = number === 1 ? path : `${path.slice(0, end)} (${number})${path.slice(end)}`;
      const key = own.normalize("NFC").toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return own;
    }
  };
}

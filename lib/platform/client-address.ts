/** The header in which the web process tells the application where a request came from. */
export const CLIENT_ADDRESS = "x-cantieri-client";

/**
 * The address of the client: of the chain that proxies append to X-Forwarded-For only the entries
 * written by proxies of ours count, because a client may send the header itself.
 * @param trustedProxies how many proxies stand in front and append to the header
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | string[] | undefined,
  trustedProxies: number,
): string {
  const header = Array.isArray(forwardedFor) ? forwardedFor.join(",") : (forwardedFor ?? "");
  const chain = header
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  const told = trustedProxies > 0 ? chain.at(-trustedProxies) : undefined;
  return network(told ?? peer ?? "unknown");
}

/** An IPv6 customer holds a whole /64: attempts are counted for it, not for one of its addresses. */
function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (!plain.includes(":")) return plain;
  const [head = "", tail] = plain.split("::");
  const left = head.split(":").filter(Boolean);
  const right = (tail ?? "").split(":").filter(Boolean);
  const missing = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array.from({ length: missing }, () => "0"), ...right];
  const first = groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, "").toLowerCase());
  return `${first.join(":")}::/64`;
}

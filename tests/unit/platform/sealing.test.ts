import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clientAddress } from "@/lib/platform/client-address";
import { keyedDigest, seal, unseal } from "@/lib/platform/sealing";

describe("the address of a client", () => {
  test.each([
    ["nothing in front: the header is the client's", "203.0.113.9", "1.2.3.4", 0, "203.0.113.9"],
    ["one proxy: its entry is the last", "10.0.0.1", "6.6.6.6, 203.0.113.9", 1, "203.0.113.9"],
    ["two proxies", "10.0.0.1", "6.6.6.6, 203.0.113.9, 10.0.0.2", 2, "203.0.113.9"],
    ["a proxy that says nothing", "10.0.0.1", undefined, 1, "10.0.0.1"],
    ["several headers", "10.0.0.1", ["6.6.6.6", "203.0.113.9"], 1, "203.0.113.9"],
    ["IPv4 in IPv6", "::ffff:203.0.113.9", undefined, 0, "203.0.113.9"],
    ["IPv6 by its network", "2001:db8:1:2:3:4:5:6", undefined, 0, "2001:db8:1:2::/64"],
    ["IPv6 written short", "2001:db8::6", undefined, 0, "2001:db8:0:0::/64"],
  ])("%s", (_what, peer, header, proxies, address) => {
    expect(clientAddress(peer, header, proxies)).toBe(address);
  });
});

describe("sealing", () => {
  test("what was sealed is opened for the same purpose alone, and never when changed", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (text, position) => {
        const sealed = seal("one", text);
        expect(unseal("one", sealed)).toBe(text);
        expect(() => unseal("two", sealed)).toThrow();
        const changed = Buffer.from(sealed);
        const at = position % changed.length;
        changed[at] = (changed[at] ?? 0) ^ 1;
        expect(() => unseal("one", changed)).toThrow();
      }),
    );
  });

  test("the same text sealed twice looks different; digests differ by purpose", () => {
    expect(seal("one", "text").equals(seal("one", "text"))).toBe(false);
    expect(keyedDigest("a", "x")).not.toBe(keyedDigest("b", "x"));
  });
});

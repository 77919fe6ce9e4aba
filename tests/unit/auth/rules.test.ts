import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cookieSpec } from "@/lib/auth/cookies";
import { deviceLabel } from "@/lib/auth/core/device-label";
import { identityOf, pairsOf } from "@/lib/auth/core/identity-claims";
import { mayUseLink } from "@/lib/auth/core/link-rules";
import { REST_MINUTES, restAfter } from "@/lib/auth/core/lock-ladder";
import { ownPath } from "@/lib/auth/core/return-to";
import { sessionEnd } from "@/lib/auth/core/session-terms";

describe("where to go after signing in", () => {
  test.each([["/avvisi/uno?a=1#due"], ["/en/avvisi"], ["/"], ["/area-personale/candidature"]])(
    "%s is ours",
    (path) => expect(ownPath(path)).toBe(path),
  );

  test.each([
    ["//evil.example"],
    ["/\\evil.example"],
    ["\\\\evil.example"],
    ["https://evil.example/"],
    ["javascript:alert(1)"],
    ["avvisi"],
    [""],
    ["/\t/evil.example"],
    ["/ a"],
    ["/api/auth/callback/identita"],
    ["/_next/static"],
    ["/a\r\nSet-Cookie: a=b"],
    [["/avvisi", "/due"]],
    [undefined],
    [`/${"a".repeat(600)}`],
  ])("%j is not", (given) => expect(ownPath(given)).toBeUndefined());

  test("whatever is written, the browser stays on our origin", () => {
    const origin = "https://cantieri.example.it";
    const path = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom("/", "\\", ".", "@", ":", "e", "?", "#", "%", "\t", "0") }),
    );
    fc.assert(
      fc.property(path, (text) => {
        const kept = ownPath(`/${text}`);
        if (kept !== undefined) expect(new URL(kept, origin).origin).toBe(origin);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a magic link", () => {
  const now = new Date("2026-11-25T10:00:00Z");
  const link = { browserHash: "mine", expiresAt: new Date(now.getTime() + 1), usedAt: null };
  test.each([
    ["good", link, "mine", undefined],
    ["unknown", undefined, "mine", "unknown_link"],
    ["used", { ...link, usedAt: now }, "mine", "used_link"],
    ["at its end", { ...link, expiresAt: now }, "mine", "expired_link"],
    ["elsewhere", link, "other", "other_browser"],
    ["without a cookie", link, undefined, "other_browser"],
    ["used before it expired", { ...link, usedAt: now, expiresAt: now }, "mine", "used_link"],
  ])("%s", (_what, given, browser, reason) => {
    const verdict = mayUseLink(given, browser, now);
    expect(verdict.ok ? undefined : verdict.reason).toBe(reason);
  });
});

test("rests come with each fifth attempt, and only get longer", () => {
  const rests = Array.from({ length: 40 }, (_none, index) => restAfter(index + 1));
  expect(rests.filter((rest) => rest > 0)).toEqual([...REST_MINUTES, 60, 60, 60, 60]);
  expect(rests.findIndex((rest) => rest > 0)).toBe(4);
});

test("a session never outlives its eight hours nor its idle time", () => {
  const minutes = fc.integer({ min: 0, max: 480 });
  fc.assert(
    fc.property(minutes, fc.constantFrom("mailbox", "identity", "staff"), (minute, strength) => {
      const opened = Date.parse("2026-11-25T08:00:00Z");
      const lastSeenAt = new Date(opened + minute * 60_000);
      const expiresAt = new Date(opened + 480 * 60_000);
      const end = sessionEnd({ strength, lastSeenAt, expiresAt });
      const idle = strength === "staff" ? 30 : 60;
      expect(end.getTime() - lastSeenAt.getTime()).toBe(Math.min(idle, 480 - minute) * 60_000);
    }),
  );
});

describe("cookies", () => {
  test("on https they are bound to the host and secure", () => {
    expect(cookieSpec("session", "https://cantieri.example.it")).toEqual({
      name: "__Host-cantieri-session",
      options: { httpOnly: true, secure: true, sameSite: "lax", path: "/" },
    });
  });
  test("on plain http they are neither, or no browser would keep them", () => {
    const { name, options } = cookieSpec("session", "http://localhost:3000");
    expect([name, options.secure]).toEqual(["cantieri-session", false]);
  });
});

describe("what an identity provider says", () => {
  const map = {
    givenName: "given_name",
    familyName: "family_name",
    fiscalCode: "fiscal_number",
    levels: pairsOf("https://www.spid.gov.it/SpidL2=SpidL2, urn:cie:3 = CieL3"),
  };
  const claims = {
    sub: "abc",
    acr: "urn:cie:3",
    given_name: " Elira ",
    family_name: "Hoxha",
    fiscal_number: "TINIT-hxhlre85t50z100x",
    email: "not@read.example",
  };

  test("is mapped, with the prefix of the fiscal code taken off", () => {
    expect(identityOf(claims, map)).toEqual({
      subject: "abc",
      level: "CieL3",
      givenName: "Elira",
      familyName: "Hoxha",
      fiscalCode: "HXHLRE85T50Z100X",
    });
  });

  test.each([
    ["a level that is not accepted", { acr: "https://www.spid.gov.it/SpidL1" }],
    ["no level", { acr: undefined }],
    ["a list of levels", { acr: ["urn:cie:3"] }],
    ["no subject", { sub: "" }],
  ])("counts for nothing with %s", (_what, change) => {
    expect(identityOf({ ...claims, ...change }, map)).toBeUndefined();
  });

  test.each(["ES/IT/12345", "", 42])("a code that is not Italian is left out: %j", (code) => {
    expect(identityOf({ ...claims, fiscal_number: code }, map)?.fiscalCode).toBeNull();
  });
});

const KHTML = "AppleWebKit/537.36 (KHTML, like Gecko)";
test.each([
  ["Mozilla/5.0 (Windows NT 10.0; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox, Windows"],
  [`Mozilla/5.0 (Linux; Android 14) ${KHTML} Chrome/120.0 Safari/537.36`, "Chrome, Android"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17 Safari/604",
    "Safari, iPhone",
  ],
  [`Mozilla/5.0 (Windows NT 10.0) ${KHTML} Chrome/120.0 Safari/537.36 Edg/120.0`, "Edge, Windows"],
  ["<script>alert(1)</script>", ""],
  [null, ""],
])("a device is known again: %s", (agent, label) => expect(deviceLabel(agent)).toBe(label));

import { expect, test } from "vitest";
import { contentPolicy, standingHeaders } from "@/lib/platform/content-policy";

const policy = contentPolicy({ nonce: "abc" });

test("no inline code or style gets in, and nothing from elsewhere", () => {
  expect(policy).not.toContain("unsafe");
  expect(policy).not.toMatch(/https?:|\*/);
  for (const directive of [
    "default-src 'self'",
    "script-src 'self' 'nonce-abc' 'strict-dynamic'",
    "style-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ])
    expect(policy.split("; ")).toContain(directive);
});

test("only development loosens it", () => {
  expect(contentPolicy({ nonce: "abc", development: true })).toContain("'unsafe-eval'");
});

test("the standing headers keep browsers from guessing, framing and leaking", () => {
  const headers = Object.fromEntries(standingHeaders.map(({ key, value }) => [key, value]));
  expect(headers["X-Content-Type-Options"]).toBe("nosniff");
  expect(headers["X-Frame-Options"]).toBe("DENY");
  expect(headers["Referrer-Policy"]).toBe("strict-origin-when-cross-origin");
  expect(headers["Strict-Transport-Security"]).toMatch(/^max-age=\d{8,}/);
});

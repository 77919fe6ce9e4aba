import { describe, expect, it } from "vitest";
import {
  APP_ERROR_CODES,
  Forbidden,
  InvalidInput,
  isAppError,
  NotFound,
  RateLimited,
  Refused,
  Stale,
  Unauthenticated,
} from "@/lib/kernel/errors";

const one = [
  new NotFound(),
  new Unauthenticated(),
  new Forbidden(),
  new InvalidInput({ email: "no_at" }),
  new Refused("deadline_passed"),
  new Stale(),
  new RateLimited(90),
];

describe("the error family", () => {
  it("has one class for each code, recognised as one of ours", () => {
    expect(one.map((error) => error.code)).toEqual([...APP_ERROR_CODES]);
    expect(one.every(isAppError)).toBe(true);
  });

  it("carries what the caller needs", () => {
    expect(new InvalidInput({ email: "no_at" }).fields).toEqual({ email: "no_at" });
    expect(new Refused("deadline_passed").reason).toBe("deadline_passed");
    expect(new RateLimited(90).retryAfterSeconds).toBe(90);
    expect(new Refused("deadline_passed").name).toBe("Refused");
  });

  it("does not take a stranger for one of ours", () => {
    expect(isAppError(new Error("boom"))).toBe(false);
    expect(isAppError({ code: "not_found" })).toBe(false);
    expect(isAppError(null)).toBe(false);
  });
});

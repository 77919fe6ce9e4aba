import { eq } from "drizzle-orm";
import { generateSync } from "otplib";
import { beforeAll, describe, expect, test } from "vitest";
import { auditEvent } from "@/db/schema/audit";
import { session } from "@/db/schema/people";
import { type StaffSignIn, signInStaff } from "@/lib/auth/commands/sign-in-staff";
import { resolveSession, staffActor } from "@/lib/auth/sessions";
import type { Ctx } from "@/lib/context";
import { type AppError, RateLimited, Refused } from "@/lib/kernel/errors";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";
import { givenBody, givenStaff, TEST_PASSWORD, TEST_SECRET } from "../../support/people";

const database = await testDatabase();
const START = Date.parse("2026-11-25T09:00:00Z");
let made = 0;

function at(secondsLater: number): Ctx {
  made += 1;
  const now = new Date(START + secondsLater * 1000);
  return testContext(database.app, { actor: { kind: "anonymous" }, now, seed: `staff-${made}` });
}

const codeAt = (secondsLater: number) =>
  generateSync({ secret: TEST_SECRET, epoch: START / 1000 + secondsLater });

let address = 0;
/** Each attempt from an address of its own, unless one is given: the limit per address is apart. */
function attempt(secondsLater: number, given: Partial<StaffSignIn>): Promise<string> {
  address += 1;
  return signInStaff(at(secondsLater), {
    email: "chiara@example.org",
    password: TEST_PASSWORD,
    code: codeAt(secondsLater),
    address: `198.51.100.${address}`,
    deviceLabel: "Firefox, Windows",
    ...given,
  }).then(
    () => "done",
    (error: AppError) => (error instanceof Refused ? error.reason : error.code),
  );
}

let bodyId = "";
beforeAll(async () => {
  bodyId = await givenBody(at(0), "VAL");
  for (const name of ["chiara", "paolo", "elira", "andrei", "lucia", "samir"]) {
    await givenStaff(at(0), `${name}@example.org`, [{ bodyId, role: "officer" }]);
  }
});

describe("staff sign-in", () => {
  test("password and code open a session with the roles, and leave a trace", async () => {
    const opened = await signInStaff(at(0), {
      email: "chiara@example.org",
      password: TEST_PASSWORD,
      code: codeAt(0),
      address: "198.51.100.200",
      deviceLabel: "Firefox, Windows",
    });
    const found = await resolveSession(at(1).db, opened.token, at(1).now);
    expect(found && staffActor(found)).toEqual({
      kind: "staff",
      personId: found?.personId,
      roles: [{ bodyId, role: "officer" }],
    });
    const events = await at(0)
      .db.select()
      .from(auditEvent)
      .where(eq(auditEvent.action, "staff.signedIn"));
    expect(events.map((event) => event.subjectId)).toEqual([found?.personId]);
  });

  test("a code is good once: also the one of the step before is spent", async () => {
    expect(await attempt(3600, { email: "paolo@example.org" })).toBe("done");
    expect(await attempt(3601, { email: "paolo@example.org" })).toBe("wrong_credentials");
    const before = { email: "paolo@example.org", code: codeAt(3600 - 30) };
    expect(await attempt(3602, before)).toBe("wrong_credentials");
    expect(await attempt(3630, { email: "paolo@example.org" })).toBe("done");
  });

  test("one step of difference between clocks is accepted, two are not", async () => {
    const late = (steps: number) => ({ email: "elira@example.org", code: codeAt(-30 * steps) });
    expect(await attempt(0, late(2))).toBe("wrong_credentials");
    expect(await attempt(0, late(1))).toBe("done");
    expect(await attempt(0, late(-2))).toBe("wrong_credentials");
    expect(await attempt(0, late(-1))).toBe("done");
  });

  test("of four parallel uses of a code one opens a session", async () => {
    const results = await Promise.all(
      Array.from({ length: 4 }, () => attempt(7200, { email: "andrei@example.org" })),
    );
    expect(results.filter((result) => result === "done")).toHaveLength(1);
  });

  test.each([
    ["a wrong password", { email: "lucia@example.org", password: "sbagliata del tutto" }],
    ["a wrong code", { email: "lucia@example.org", code: "000000" }],
    ["an unknown mailbox", { email: "nessuno@example.org" }],
  ])("%s gets the same answer", async (_what, given) => {
    expect(await attempt(0, given)).toBe("wrong_credentials");
  });

  test("a mailbox with person but without credential cannot sign in", async () => {
    await at(0).db.execute(
      `insert into person (id, email, created_at) values ('${at(0).newId()}', 'sola@example.org', now())`,
    );
    expect(await attempt(0, { email: "sola@example.org" })).toBe("wrong_credentials");
  });
});

describe("many wrong codes", () => {
  test.each(["samir@example.org", "sconosciuta@example.org"])(
    "five in a row rest a minute, ten five: %s",
    async (email) => {
      const wrong = { email, code: "000000" };
      for (let n = 0; n < 5; n += 1) expect(await attempt(n, wrong)).toBe("wrong_credentials");
      expect(await attempt(5, wrong)).toBe("locked");
      expect(await attempt(63, { email })).toBe("locked");
      for (let n = 0; n < 5; n += 1) expect(await attempt(64 + n, wrong)).toBe("wrong_credentials");
      expect(await attempt(200, { email })).toBe("locked");
      expect(await attempt(367, { email })).toBe("locked");
      expect(await attempt(368, { email })).toBe(
        email.startsWith("samir") ? "done" : "wrong_credentials",
      );
    },
  );

  test("parallel guesses get no more tries than five in a row", async () => {
    const results = await Promise.all(
      Array.from({ length: 40 }, () =>
        attempt(0, { email: "bersaglio@example.org", code: "111111" }),
      ),
    );
    expect(results.filter((result) => result === "wrong_credentials")).toHaveLength(5);
    expect(results.filter((result) => result === "locked")).toHaveLength(35);
  });

  test("ten a minute from an address, whoever is tried; good ones do not count", async () => {
    const from = (email: string, code = "000000") =>
      attempt(10_000, { email, code, address: "203.0.113.5" });
    expect(await from("chiara@example.org", codeAt(10_000))).toBe("done");
    for (let n = 0; n < 10; n += 1) {
      expect(await from(`tentativo${n}@example.org`)).toBe("wrong_credentials");
    }
    expect(await from("tentativo10@example.org")).toBe(new RateLimited(1).code);
  });
});

test("no session of staff lives without its second factor", async () => {
  const rows = await at(0).db.selectDistinct({ strength: session.strength }).from(session);
  expect(rows).toEqual([{ strength: "staff" }]);
});

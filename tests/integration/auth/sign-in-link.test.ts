import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { message } from "@/db/schema/mail";
import { loginToken, person, session } from "@/db/schema/people";
import { type LinkRequest, requestSignInLink } from "@/lib/auth/commands/request-sign-in-link";
import { useSignInLink } from "@/lib/auth/commands/use-sign-in-link";
import { resolveSession } from "@/lib/auth/sessions";
import type { Ctx } from "@/lib/context";
import { RateLimited, type Refused } from "@/lib/kernel/errors";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";

const database = await testDatabase();
const START = new Date("2026-11-25T17:20:00Z");
const BROWSER = "the cookie of this browser";
let made = 0;

/** A context of its own for each step: nothing repeats, the clock stands where it is put. */
function at(secondsLater: number): Ctx {
  made += 1;
  const now = new Date(START.getTime() + secondsLater * 1000);
  return testContext(database.app, { actor: { kind: "anonymous" }, now, seed: `link-${made}` });
}

async function ask(email: string, given: Partial<LinkRequest> = {}): Promise<string> {
  const ctx = at(0);
  await requestSignInLink(ctx, {
    email,
    returnTo: "/avvisi",
    browserToken: BROWSER,
    locale: "it",
    address: "192.0.2.1",
    deviceLabel: "Firefox, Windows",
    ...given,
  });
  const rows = await ctx.db.select().from(message).where(eq(message.recipient, email));
  const view = rows.at(-1)?.view as { url: string };
  return new URL(view.url).searchParams.get("chiave") ?? "";
}

const follow = (ctx: Ctx, token: string, browserToken: string | undefined = BROWSER) =>
  useSignInLink(ctx, { token, browserToken, locale: "it", deviceLabel: "Firefox, Windows" });

const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: Refused) => error.reason,
  );

describe("asking for a link", () => {
  test("writes a link to the fixed origin into the outbox and only digests into the table", async () => {
    const token = await ask("prima@example.org");
    const [row] = await at(0)
      .db.select()
      .from(loginToken)
      .where(eq(loginToken.email, "prima@example.org"));
    expect(JSON.stringify(row)).not.toContain(token);
    expect(JSON.stringify(row)).not.toContain(BROWSER);
    const [sent] = await at(0)
      .db.select()
      .from(message)
      .where(eq(message.recipient, "prima@example.org"));
    expect(sent?.view).toMatchObject({
      url: `http://localhost:3000/accedi/link?chiave=${token}`,
      place: "Firefox, Windows",
    });
  });

  test("in English the link leads to the English page", async () => {
    await ask("english@example.org", { locale: "en" });
    const [sent] = await at(0)
      .db.select()
      .from(message)
      .where(eq(message.recipient, "english@example.org"));
    expect(String(sent?.view.url)).toMatch(/^http:\/\/localhost:3000\/en\/accedi\/link\?/);
  });

  test("makes no person: who only asks leaves no account", async () => {
    await ask("nessuno@example.org");
    const rows = await at(0)
      .db.select()
      .from(person)
      .where(eq(person.email, "nessuno@example.org"));
    expect(rows).toEqual([]);
  });

  test("three times in fifteen minutes for a mailbox, then no more, from wherever it is asked", async () => {
    for (const address of ["192.0.2.7", "192.0.2.8", "192.0.2.9"]) {
      await ask("insistente@example.org", { address });
    }
    await expect(ask("insistente@example.org", { address: "192.0.2.10" })).rejects.toThrow(
      RateLimited,
    );
    const rows = await at(0)
      .db.select()
      .from(message)
      .where(eq(message.recipient, "insistente@example.org"));
    expect(rows).toHaveLength(3);
  });
});

describe("following a link", () => {
  test("makes the person, proves the mailbox, opens a session and remembers where to go", async () => {
    const token = await ask("nuova@example.org");
    const opened = await follow(at(60), token);
    expect(opened.returnTo).toBe("/avvisi");
    const found = await resolveSession(at(61).db, opened.token, at(61).now);
    expect(found).toMatchObject({ strength: "mailbox", displayName: "nuova@example.org" });
    const [row] = await at(0).db.select().from(person).where(eq(person.email, "nuova@example.org"));
    expect(row?.emailVerifiedAt).toEqual(at(60).now);
  });

  test("a second link of the same mailbox leads to the same person", async () => {
    const first = await follow(at(1), await ask("stessa@example.org"));
    const second = await follow(at(2), await ask("stessa@example.org"));
    const [a, b] = await Promise.all(
      [first, second].map(({ token }) => resolveSession(at(3).db, token, at(3).now)),
    );
    expect(a?.personId).toBe(b?.personId);
    expect(a?.id).not.toBe(b?.id);
  });

  test("works once", async () => {
    const token = await ask("unavolta@example.org");
    await follow(at(1), token);
    expect(await reasonOf(follow(at(2), token))).toBe("used_link");
  });

  test("holds up to its last millisecond and not at the tenth minute", async () => {
    const early = await ask("giusta@example.org");
    const late = await ask("tardi@example.org");
    expect(await reasonOf(follow(at(599.999), early))).toBe("done");
    expect(await reasonOf(follow(at(600), late))).toBe("expired_link");
  });

  test("opens nothing in another browser, or in one without a cookie, and stays good", async () => {
    const token = await ask("altrove@example.org");
    expect(await reasonOf(follow(at(1), token, "another browser"))).toBe("other_browser");
    expect(
      await reasonOf(
        useSignInLink(at(1), { token, browserToken: undefined, locale: "it", deviceLabel: "" }),
      ),
    ).toBe("other_browser");
    expect(await reasonOf(follow(at(2), token))).toBe("done");
  });

  test("an invented link is unknown", async () => {
    expect(await reasonOf(follow(at(1), "x".repeat(43)))).toBe("unknown_link");
  });

  test("two uses at the same time open one session", async () => {
    const token = await ask("doppia@example.org");
    const results = await Promise.all(
      Array.from({ length: 8 }, () => reasonOf(follow(at(1), token))),
    );
    expect(results.filter((result) => result === "done")).toHaveLength(1);
    expect(results.filter((result) => result === "used_link")).toHaveLength(7);
    const rows = await at(0)
      .db.select({ id: session.id })
      .from(session)
      .innerJoin(person, eq(person.id, session.personId))
      .where(eq(person.email, "doppia@example.org"));
    expect(rows).toHaveLength(1);
  });
});

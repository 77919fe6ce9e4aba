import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { account, person, session } from "@/db/schema/people";
import { IDENTITY } from "@/lib/auth/identity-provider";
import { type AuthAnswer, askIdentity } from "@/lib/auth/next-auth";
import { resolveSession } from "@/lib/auth/sessions";
import { adoptSettings } from "@/lib/env";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";
import { CLIENT, startIdentityProvider } from "../../support/identity-provider";
import { givenPerson } from "../../support/people";

const database = await testDatabase();
const CALLBACK = `http://localhost:3000/api/auth/callback/${IDENTITY}`;
const provider = await startIdentityProvider(CALLBACK);
adoptSettings({
  OIDC_ISSUER: provider.issuer,
  OIDC_CLIENT_ID: CLIENT.id,
  OIDC_CLIENT_SECRET: CLIENT.secret,
});
afterAll(() => provider.stop());

const L2 = "https://www.spid.gov.it/SpidL2";
let made = 0;
const context = () => {
  made += 1;
  return testContext(database.app, {
    actor: { kind: "anonymous" },
    now: new Date(),
    seed: `identity-${made}`,
  });
};

beforeEach(() => {
  Object.assign(provider.visitor, {
    subject: `subject-${made}`,
    acr: L2,
    claims: {
      given_name: "Elira",
      family_name: "Hoxha",
      fiscal_number: "TINIT-HXHLRE85T50Z100X",
      email: "elira@example.org",
    },
  });
});

type Jar = Record<string, string>;

function keep(jar: Jar, answer: AuthAnswer): Jar {
  for (const line of answer.cookies) {
    const [name = "", value = ""] = (line.split(";")[0] ?? "").split(/=(.*)/s);
    jar[name] = decodeURIComponent(value);
  }
  return jar;
}

async function leave(jar: Jar, returnTo = "/avvisi"): Promise<string> {
  const answer = await askIdentity(
    context(),
    {
      method: "POST",
      path: ["signin", IDENTITY],
      body: { callbackUrl: `http://localhost:3000${returnTo}` },
      cookies: jar,
    },
    "Firefox, Windows",
  );
  keep(jar, answer);
  return answer.location ?? "";
}

async function comeBack(jar: Jar, address: URL): Promise<AuthAnswer> {
  const answer = await askIdentity(
    context(),
    {
      method: "GET",
      path: ["callback", IDENTITY],
      query: Object.fromEntries(address.searchParams),
      cookies: jar,
    },
    "Firefox, Windows",
  );
  keep(jar, answer);
  return answer;
}

async function signIn(): Promise<{ jar: Jar; answer: AuthAnswer }> {
  const jar: Jar = {};
  const back = await provider.visit(await leave(jar));
  return { jar, answer: await comeBack(jar, back) };
}

const resolved = (jar: Jar) =>
  resolveSession(context().db, jar["cantieri-session"] ?? "", new Date());

describe("signing in with the identity provider", () => {
  test("asks with PKCE, state, nonce and the accepted levels", async () => {
    const asked = new URL(await leave({}));
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      response_type: "code",
      code_challenge_method: "S256",
      redirect_uri: CALLBACK,
      acr_values: `${L2} https://www.spid.gov.it/SpidL3`,
    });
    for (const name of ["code_challenge", "state", "nonce"]) {
      expect(asked.searchParams.get(name)?.length).toBeGreaterThan(20);
    }
  });

  test("makes the person with what the provider vouches for, and goes where it was asked", async () => {
    const { jar, answer } = await signIn();
    expect(answer.location).toBe("http://localhost:3000/avvisi");
    const found = await resolved(jar);
    expect(found).toMatchObject({ strength: "identity", identityLevel: "SpidL2" });
    const [row] = await context()
      .db.select()
      .from(person)
      .where(eq(person.id, found?.personId ?? ""));
    expect(row).toMatchObject({
      givenName: "Elira",
      familyName: "Hoxha",
      fiscalCode: "HXHLRE85T50Z100X",
      email: null,
    });
    const cookie = answer.cookies.find((line) => line.startsWith("cantieri-session="));
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/i);
  });

  test("finds the same person again by issuer and subject, with the new name", async () => {
    const first = await resolved((await signIn()).jar);
    Object.assign(provider.visitor.claims, { family_name: "Hoxha Rossi" });
    const again = await resolved((await signIn()).jar);
    expect(again?.personId).toBe(first?.personId);
    expect(again?.displayName).toBe("Elira Hoxha Rossi");
  });

  test("links nothing by e-mail", async () => {
    const id = await givenPerson(context(), "elira@example.org", "Un'altra Persona");
    const found = await resolved((await signIn()).jar);
    expect(found?.personId).not.toBe(id);
    const linked = await context().db.select().from(account).where(eq(account.personId, id));
    expect(linked).toEqual([]);
  });

  test("does not link to whoever is signed in on a shared computer", async () => {
    const { jar } = await signIn();
    const first = await resolved(jar);
    provider.visitor.subject = "somebody-else";
    const back = await provider.visit(await leave(jar));
    await comeBack(jar, back);
    expect((await resolved(jar))?.personId).not.toBe(first?.personId);
  });

  test.each(["https://www.spid.gov.it/SpidL1", ""])("refuses the level %j", async (acr) => {
    provider.visitor.acr = acr;
    const subject = provider.visitor.subject;
    const { jar, answer } = await signIn();
    expect(answer.location).toMatch(/\/accedi\?errore=livello$/);
    expect(jar["cantieri-session"]).toBeUndefined();
    const made = await context().db.select().from(account).where(eq(account.subject, subject));
    expect(made).toEqual([]);
  });

  test("parallel first sign-ins make one person", async () => {
    const jars: Jar[] = [{}, {}, {}];
    const backs = await Promise.all(jars.map(async (jar) => provider.visit(await leave(jar))));
    await Promise.all(jars.map((jar, at) => comeBack(jar, backs[at] ?? new URL(CALLBACK))));
    const people = await Promise.all(jars.map(resolved));
    expect(new Set(people.map((found) => found?.personId)).size).toBe(1);
  });
});

describe("what is refused", () => {
  const sessions = async () => (await context().db.select().from(session)).length;

  test.each([
    ["a changed state", (back: URL) => back.searchParams.set("state", "x".repeat(43)), undefined],
    ["an invented code", (back: URL) => back.searchParams.set("code", "x".repeat(43)), undefined],
    ["the cookies of another browser", () => undefined, {}],
  ])("%s", async (_what, spoil, otherJar) => {
    const before = await sessions();
    const jar: Jar = {};
    const back = await provider.visit(await leave(jar));
    spoil(back);
    const answer = await comeBack(otherJar ?? jar, back);
    expect(answer.location).toMatch(/error/);
    expect(await sessions()).toBe(before);
  });

  test("a second use of the same answer", async () => {
    const jar: Jar = {};
    const back = await provider.visit(await leave(jar));
    const copy = { ...jar };
    await comeBack(jar, back);
    const before = await sessions();
    expect((await comeBack(copy, back)).location).toMatch(/error/);
    expect(await sessions()).toBe(before);
  });

  test("leaving for another site afterwards", async () => {
    const jar: Jar = {};
    const answer = await askIdentity(
      context(),
      {
        method: "POST",
        path: ["signin", IDENTITY],
        body: { callbackUrl: "https://evil.example/" },
        cookies: jar,
      },
      "",
    );
    keep(jar, answer);
    const back = await provider.visit(answer.location ?? "");
    expect(new URL((await comeBack(jar, back)).location ?? "").origin).toBe(
      "http://localhost:3000",
    );
  });
});

import { eq } from "drizzle-orm";
import { generateSync } from "otplib";
import { beforeAll, describe, expect, test } from "vitest";
import { account, person, staffCredential } from "@/db/schema/people";
import type { Actor } from "@/lib/auth/actor";
import { signInStaff } from "@/lib/auth/commands/sign-in-staff";
import { type AppError, Forbidden, Refused } from "@/lib/kernel/errors";
import { acceptInvitation } from "@/lib/people/commands/accept-invitation";
import { createStaffMember } from "@/lib/people/commands/create-staff-member";
import { endStaffRole } from "@/lib/people/commands/end-staff-role";
import { updateProfile } from "@/lib/people/commands/update-profile";
import { openInvitation, ownProfile, staffOfBody } from "@/lib/people/queries/accounts";
import { profileSchema, staffMemberSchema } from "@/lib/people/schema";
import { testContext } from "../support/context";
import { testDatabase } from "../support/database";
import { givenBody, givenPerson, givenStaff } from "../support/people";

const database = await testDatabase();
const START = Date.parse("2026-11-25T09:00:00Z");
let made = 0;
let [ours, theirs, head] = ["", "", ""];

function at(seconds: number, actor?: Actor, scope: "*" | readonly string[] = "*") {
  made += 1;
  return testContext(database.app, {
    now: new Date(START + seconds * 1000),
    seed: `people-${made}`,
    scope,
    ...(actor ? { actor } : {}),
  });
}

const administrator = (): Actor => ({
  kind: "staff",
  personId: head,
  roles: [{ bodyId: ours, role: "administrator" }],
});
const asAdministrator = (seconds: number) => at(seconds, administrator(), [ours]);
const asPerson = (personId: string) =>
  at(0, {
    kind: "person",
    personId,
    strength: "mailbox",
    identityLevel: "mailbox",
    organisationIds: [],
  });

beforeAll(async () => {
  ours = await givenBody(at(0), "VAL");
  theirs = await givenBody(at(0), "FNO");
  head = await givenStaff(at(0), "capo@example.org", [{ bodyId: ours, role: "administrator" }]);
});

const member = (email: string, bodyId = ours) =>
  staffMemberSchema.parse({
    bodyId,
    email,
    givenName: " Elira ",
    familyName: "Hoxha",
    roles: ["reviewer", "desk"],
  });

const keyOf = (url: string | undefined) => new URL(url ?? "").searchParams.get("chiave") ?? "";

describe("inviting staff", () => {
  test("the invitation sets the second factor up, once, and then the sign-in works", async () => {
    const { invitationUrl } = await createStaffMember(asAdministrator(0), member("e@example.org"));
    expect(invitationUrl).toMatch(/^http:\/\/localhost:3000\/accedi\/invito\?chiave=/);
    const token = keyOf(invitationUrl);
    const open = await openInvitation(at(60), token);
    const code = (seconds: number) =>
      generateSync({ secret: open?.secret ?? "", epoch: START / 1000 + seconds });
    const password = "una frase lunga e mia";
    const reason = (work: Promise<unknown>) =>
      work.then(
        () => "done",
        (error: AppError) => (error instanceof Refused ? error.reason : error.code),
      );
    const accept = (seconds: number, given: string) =>
      reason(acceptInvitation(at(seconds), { token, password, code: given }));
    expect(await accept(60, "000000")).toBe("wrong_code");
    const both = await Promise.all([accept(60, code(60)), accept(60, code(60))]);
    expect(both.sort()).toEqual(["done", "unknown_invitation"]);
    const signIn = (seconds: number) =>
      reason(
        signInStaff(at(seconds), {
          email: "e@example.org",
          password,
          code: code(seconds),
          address: "192.0.2.1",
          deviceLabel: "",
        }),
      );
    expect(await signIn(61)).toBe("wrong_credentials");
    expect(await signIn(90)).toBe("done");
  });

  test("an invitation holds three days, and a newer one replaces it", async () => {
    const first = await createStaffMember(asAdministrator(0), member("due@example.org"));
    const second = await createStaffMember(asAdministrator(10), member("due@example.org"));
    expect(second.personId).toBe(first.personId);
    const holds = async (url: string | undefined, seconds: number) =>
      (await openInvitation(at(seconds), keyOf(url))) !== undefined;
    expect(await holds(first.invitationUrl, 20)).toBe(false);
    expect(await holds(second.invitationUrl, 10 + 72 * 3600 - 0.001)).toBe(true);
    expect(await holds(second.invitationUrl, 10 + 72 * 3600)).toBe(false);
  });

  test("who signs in as staff already gets the role and no invitation", async () => {
    await givenStaff(at(0), "gia@example.org", [{ bodyId: theirs, role: "officer" }]);
    const added = await createStaffMember(asAdministrator(0), member("gia@example.org"));
    expect(added.invitationUrl).toBeUndefined();
    const listed = await staffOfBody(asAdministrator(1), ours);
    expect(listed.find(({ personId }) => personId === added.personId)).toMatchObject({
      roles: ["desk", "reviewer"],
      active: true,
      displayName: "Chiara Bandini",
    });
  });

  test("only the body's administrators invite, see and end", async () => {
    const officer: Actor = {
      kind: "staff",
      personId: head,
      roles: [{ bodyId: ours, role: "officer" }],
    };
    expect(() => createStaffMember(at(0, officer), member("no@example.org"))).toThrow(Forbidden);
    expect(() => createStaffMember(asAdministrator(0), member("no@example.org", theirs))).toThrow(
      Forbidden,
    );
    await expect(staffOfBody(asAdministrator(0), theirs)).rejects.toThrow(Forbidden);
    const own = { bodyId: ours, personId: head, role: "administrator" } as const;
    expect(() => endStaffRole(asAdministrator(0), own)).toThrow(Forbidden);
    const rows = await at(0).db.select().from(person).where(eq(person.email, "no@example.org"));
    expect(rows).toEqual([]);
  });

  test("the secret of the second factor is stored sealed", async () => {
    const rows = await at(0).db.select().from(staffCredential);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      expect(row.totpSecret.toString("latin1")).not.toMatch(/[A-Z2-7]{32}/);
    }
  });
});

describe("one's own profile", () => {
  const change = (given: Record<string, string>) => profileSchema.parse(given);

  test("is changed by its person", async () => {
    const id = await givenPerson(at(0), "profilo@example.org");
    await updateProfile(
      asPerson(id),
      change({
        givenName: "Mihaela",
        familyName: "Ștefănescu",
        phone: "0587 000 210",
        locale: "en",
      }),
    );
    expect(await ownProfile(asPerson(id))).toMatchObject({
      givenName: "Mihaela",
      familyName: "Ștefănescu",
      phone: "+390587000210",
      locale: "en",
      email: "profilo@example.org",
      vouchedFor: false,
    });
  });

  test("what an identity provider vouches for stays", async () => {
    const id = await givenPerson(at(0), null, "Besnik Gjoka");
    await at(0)
      .db.insert(account)
      .values({
        issuer: "https://login.example.it",
        subject: "b",
        personId: id,
        level: "SpidL2",
        createdAt: new Date(START),
      });
    await updateProfile(
      asPerson(id),
      change({ givenName: "Altro", familyName: "Nome", phone: "055 000 3150" }),
    );
    expect(await ownProfile(asPerson(id))).toMatchObject({
      givenName: "Besnik",
      familyName: "Gjoka",
      phone: "+390550003150",
      vouchedFor: true,
    });
  });

  test("wrong answers are named by code, and nothing is stored", () => {
    const read = profileSchema.safeParse({
      givenName: " ",
      familyName: "x".repeat(101),
      phone: "abc",
      fiscalCode: "RSSMRA80A01H501X",
    });
    const problems = read.error?.issues.map(({ path, message }) => [path.join("."), message]);
    expect(problems).toEqual([
      ["givenName", "empty"],
      ["familyName", "too_long"],
      ["phone", "wrong_character"],
      ["fiscalCode", "wrong_check_character"],
    ]);
  });
});

import { eq } from "drizzle-orm";
import { generateSync } from "otplib";
import { beforeAll, describe, expect, test } from "vitest";
import { auditEvent } from "@/db/schema/audit";
import { message } from "@/db/schema/mail";
import { staffCredential } from "@/db/schema/people";
import type { Actor } from "@/lib/auth/actor";
import { signInStaff } from "@/lib/auth/commands/sign-in-staff";
import { openSession, resolveSession } from "@/lib/auth/sessions";
import { Forbidden, NotFound } from "@/lib/kernel/errors";
import { acceptInvitation } from "@/lib/people/commands/accept-invitation";
import { createStaffMember } from "@/lib/people/commands/create-staff-member";
import { endStaffRole } from "@/lib/people/commands/end-staff-role";
import { renewSignIn } from "@/lib/people/commands/renew-sign-in";
import { administeredBodies, openInvitation } from "@/lib/people/queries/accounts";
import { staffMemberSchema } from "@/lib/people/schema";
import { testContext } from "../support/context";
import { testDatabase } from "../support/database";
import { givenBody, givenStaff, TEST_PASSWORD, TEST_SECRET } from "../support/people";

const database = await testDatabase();
const START = Date.parse("2026-11-25T09:00:00Z");
let made = 0;
let [ours, theirs, head] = ["", "", ""];

function at(seconds: number, actor?: Actor, scope: "*" | readonly string[] = "*") {
  made += 1;
  const now = new Date(START + seconds * 1000);
  return testContext(database.app, { now, seed: `renew-${made}`, scope, ...(actor && { actor }) });
}

const asAdministrator = (seconds: number) => {
  const roles = [{ bodyId: ours, role: "administrator" as const }];
  return at(seconds, { kind: "staff", personId: head, roles }, [ours]);
};

beforeAll(async () => {
  ours = await givenBody(at(0), "VAL");
  theirs = await givenBody(at(0), "FNO");
  head = await givenStaff(at(0), "capo@example.org", [{ bodyId: ours, role: "administrator" }]);
});

const signIn = (seconds: number, email: string, password: string, secret: string) =>
  signInStaff(at(seconds), {
    email,
    password,
    code: generateSync({ secret, epoch: START / 1000 + seconds }),
    address: "192.0.2.1",
    deviceLabel: "",
  }).then(
    () => "signed in",
    () => "refused",
  );

const sessionOf = async (personId: string, strength: "staff" | "mailbox") => {
  const given = { personId, strength, identityLevel: strength, deviceLabel: "" };
  return (await openSession(at(0), given)).token;
};
const alive = async (token: string) =>
  (await resolveSession(at(1).db, token, at(1).now)) !== undefined;

const eventsOf = async (personId: string) =>
  (
    await at(0)
      .db.select({ action: auditEvent.action })
      .from(auditEvent)
      .where(eq(auditEvent.subjectId, personId))
  ).map(({ action }) => action);

describe("who lost phone or password", () => {
  test("the former sign-in and its sessions end at once; the invitation makes a new one", async () => {
    const email = "persa@example.org";
    const lost = await givenStaff(at(0), email, [{ bodyId: ours, role: "officer" }]);
    const [staff, own] = [await sessionOf(lost, "staff"), await sessionOf(lost, "mailbox")];
    expect(await signIn(0, email, TEST_PASSWORD, TEST_SECRET)).toBe("signed in");
    const { invitationUrl } = await renewSignIn(asAdministrator(60), {
      bodyId: ours,
      personId: lost,
    });
    expect(await alive(staff)).toBe(false);
    expect(await alive(own)).toBe(true);
    expect(await signIn(90, email, TEST_PASSWORD, TEST_SECRET)).toBe("refused");
    const token = new URL(invitationUrl).searchParams.get("chiave") ?? "";
    const secret = (await openInvitation(at(120), token))?.secret ?? "";
    expect(secret).not.toBe(TEST_SECRET);
    const code = generateSync({ secret, epoch: START / 1000 + 120 });
    await acceptInvitation(at(120), { token, password: "una nuova e lunga", code });
    expect(await signIn(150, email, TEST_PASSWORD, TEST_SECRET)).toBe("refused");
    expect(await signIn(180, email, "una nuova e lunga", secret)).toBe("signed in");
    expect(await eventsOf(lost)).toEqual(expect.arrayContaining(["staff.signInRenewed"]));
    const mails = await at(0).db.select().from(message).where(eq(message.recipient, email));
    expect(mails.map(({ view }) => view)).toMatchObject([{ url: invitationUrl, again: true }]);
  });

  test("an invitation that was not followed is replaced and says that it is the first", async () => {
    const member = staffMemberSchema.parse({
      ...{ bodyId: ours, givenName: "Elira", familyName: "Hoxha" },
      ...{ email: "mai@example.org", roles: ["desk"] },
    });
    const first = await createStaffMember(asAdministrator(0), member);
    const input = { bodyId: ours, personId: first.personId };
    const second = await renewSignIn(asAdministrator(10), input);
    const holds = async (url: string | undefined) =>
      (await openInvitation(at(20), new URL(url ?? "").searchParams.get("chiave") ?? "")) !==
      undefined;
    expect(await holds(first.invitationUrl)).toBe(false);
    expect(await holds(second.invitationUrl)).toBe(true);
    expect(await eventsOf(first.personId)).toContain("staff.invitedAgain");
    const [listed] = await administeredBodies(asAdministrator(20));
    expect(listed?.staff.find(({ personId }) => personId === first.personId)).toMatchObject({
      active: false,
      invitedUntil: new Date(START + (10 + 72 * 3600) * 1000),
    });
  });

  test("staff of another body, former staff and oneself stay as they are", async () => {
    const other = await givenStaff(at(0), "altra@example.org", [{ bodyId: theirs, role: "desk" }]);
    const gone = await givenStaff(at(0), "via@example.org", [{ bodyId: ours, role: "desk" }]);
    await endStaffRole(asAdministrator(0), { bodyId: ours, personId: gone, role: "desk" });
    const renew = (bodyId: string, personId: string) => async () =>
      renewSignIn(asAdministrator(1), { bodyId, personId });
    await expect(renew(ours, other)()).rejects.toThrow(NotFound);
    await expect(renew(theirs, other)()).rejects.toThrow(Forbidden);
    await expect(renew(ours, gone)()).rejects.toThrow(NotFound);
    await expect(renew(ours, head)()).rejects.toThrow(Forbidden);
    for (const personId of [other, gone, head]) {
      const kept = await at(0)
        .db.select()
        .from(staffCredential)
        .where(eq(staffCredential.personId, personId));
      expect(kept).toHaveLength(1);
    }
  });

  test("the command line renews an administrator's own", async () => {
    const ctx = at(0, { kind: "system", job: "create-administrator" });
    const alone = await givenStaff(at(0), "sola@example.org", [
      { bodyId: theirs, role: "administrator" },
    ]);
    const { invitationUrl } = await renewSignIn(ctx, { bodyId: theirs, personId: alone });
    expect(invitationUrl).toContain("chiave=");
  });
});

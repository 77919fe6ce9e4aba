import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { session } from "@/db/schema/people";
import type { SessionStrength } from "@/lib/auth/actor";
import { endSession } from "@/lib/auth/commands/end-session";
import { purgeSignIns } from "@/lib/auth/commands/purge-sign-ins";
import { revokeOtherSessions } from "@/lib/auth/commands/revoke-other-sessions";
import { revokeSession } from "@/lib/auth/commands/revoke-session";
import {
  extendSession,
  lookAtSession,
  openSession,
  personActor,
  resolveSession,
  staffActor,
} from "@/lib/auth/sessions";
import { NotFound } from "@/lib/kernel/errors";
import { endStaffRole } from "@/lib/people/commands/end-staff-role";
import { ownSessions } from "@/lib/people/queries/accounts";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";
import { givenBody, givenPerson, givenStaff } from "../../support/people";

const database = await testDatabase();
const START = Date.parse("2026-11-25T09:00:00Z");
const MINUTE = 60;
let made = 0;

function at(secondsLater: number, personId?: string) {
  made += 1;
  return testContext(database.app, {
    now: new Date(START + secondsLater * 1000),
    seed: `sessions-${made}`,
    ...(personId
      ? {
          actor: {
            kind: "person",
            personId,
            strength: "mailbox",
            identityLevel: "mailbox",
            organisationIds: [],
          },
        }
      : {}),
  });
}

let personId = "";
beforeEach(async () => {
  personId = await givenPerson(at(0), `p${made}@example.org`);
});

async function open(strength: SessionStrength, owner = personId): Promise<string> {
  const given = { personId: owner, strength, identityLevel: strength, deviceLabel: "" };
  return (await openSession(at(0), given)).token;
}

const alive = async (token: string, seconds: number) =>
  (await resolveSession(at(seconds).db, token, at(seconds).now)) !== undefined;

const rowOf = async () =>
  (await at(0).db.select().from(session).where(eq(session.personId, personId)))[0];

describe("how long a session lives", () => {
  test.each([
    ["mailbox", 60],
    ["identity", 60],
    ["staff", 30],
  ] as const)("idle, %s: %i minutes", async (strength, minutes) => {
    const token = await open(strength);
    expect(await alive(token, minutes * MINUTE)).toBe(false);
    expect(await alive(token, minutes * MINUTE - 0.001)).toBe(true);
  });

  test("a visit prolongs it, and is written once a minute at most", async () => {
    const token = await open("staff");
    expect(await alive(token, 59)).toBe(true);
    expect((await rowOf())?.lastSeenAt).toEqual(new Date(START));
    expect(await alive(token, 60)).toBe(true);
    expect((await rowOf())?.lastSeenAt).toEqual(at(60).now);
    expect(await alive(token, 60 + 30 * MINUTE - 1)).toBe(true);
    expect(await alive(token, 60 + 30 * MINUTE + 600)).toBe(true);
  });

  test("looking at it is no visit; extending is, up to the eight hours", async () => {
    const token = await open("staff");
    const look = (seconds: number) => lookAtSession(at(0).db, token, at(seconds).now);
    const extend = (seconds: number) => extendSession(at(0).db, token, at(seconds).now);
    expect(await look(25 * MINUTE)).toEqual({ secondsLeft: 300, canExtend: true });
    expect((await rowOf())?.lastSeenAt).toEqual(new Date(START));
    expect(await extend(25 * MINUTE + 1)).toEqual({ secondsLeft: 1800, canExtend: false });
    expect(await look(30 * MINUTE + 1)).toEqual({ secondsLeft: 1500, canExtend: true });
    for (let minute = 50; minute < 470; minute += 25) await extend(minute * MINUTE);
    expect(await extend(476 * MINUTE)).toEqual({ secondsLeft: 240, canExtend: false });
    expect(await look(477 * MINUTE)).toEqual({ secondsLeft: 180, canExtend: false });
    expect(await look(480 * MINUTE)).toBeUndefined();
    expect(await extend(480 * MINUTE)).toBeUndefined();
  });

  test("what has ended is not brought back, and no token is nobody", async () => {
    const token = await open("mailbox");
    const late = at(60 * MINUTE);
    expect(await extendSession(late.db, token, late.now)).toBeUndefined();
    expect((await rowOf())?.lastSeenAt).toEqual(new Date(START));
    expect(await extendSession(late.db, "x".repeat(43), late.now)).toBeUndefined();
  });

  test("eight hours at most, however busy", async () => {
    const token = await open("mailbox");
    for (let minute = 30; minute < 480; minute += 30) {
      expect(await alive(token, minute * MINUTE)).toBe(true);
    }
    expect(await alive(token, 480 * MINUTE - 0.001)).toBe(true);
    expect(await alive(token, 480 * MINUTE)).toBe(false);
  });

  test("its end is told, for the warning", async () => {
    const token = await open("staff");
    const found = await resolveSession(at(60).db, token, at(60).now);
    expect(found?.endsAt).toEqual(at(60 + 30 * MINUTE).now);
  });

  test("an invented token is no session, and the stored digest is no token", async () => {
    await open("mailbox");
    const row = await rowOf();
    expect(await alive(row?.tokenHash ?? "", 1)).toBe(false);
    expect(await alive("", 1)).toBe(false);
  });
});

describe("ending sessions", () => {
  test("signing out ends this one alone", async () => {
    const [here, there] = [await open("mailbox"), await open("mailbox")];
    await endSession(at(1), here);
    expect([await alive(here, 2), await alive(there, 2)]).toEqual([false, true]);
  });

  test("one's own are listed and revoked, those of others do not exist", async () => {
    const stranger = await givenPerson(at(0), "estranea@example.org");
    const [mine, theirs] = [await open("mailbox"), await open("mailbox", stranger)];
    const listed = await ownSessions(at(1, personId));
    expect(listed).toHaveLength(1);
    const [others] = await ownSessions(at(1, stranger));
    const foreign = { sessionId: others?.id ?? "" };
    await expect(revokeSession(at(1, personId), foreign)).rejects.toThrow(NotFound);
    await revokeSession(at(1, personId), { sessionId: listed[0]?.id ?? "" });
    expect([await alive(mine, 2), await alive(theirs, 2)]).toEqual([false, true]);
  });

  test("all others at once, keeping the one in use", async () => {
    const tokens = [await open("mailbox"), await open("mailbox"), await open("staff")];
    const kept = await resolveSession(at(1).db, tokens[1] ?? "", at(1).now);
    expect(await revokeOtherSessions(at(1, personId), { sessionId: kept?.id ?? "" })).toBe(2);
    expect(await Promise.all(tokens.map((token) => alive(token, 2)))).toEqual([false, true, false]);
  });

  test("a session that has run out is not listed and is purged", async () => {
    await open("staff");
    expect(await ownSessions(at(31 * MINUTE, personId))).toEqual([]);
    await purgeSignIns(at(9 * 60 * MINUTE));
    expect(await rowOf()).toBeUndefined();
  });

  test("with the role the staff session ends", async () => {
    const ctx = at(0);
    const bodyId = await givenBody(ctx, "GRO");
    const head = await givenStaff(ctx, "capo@example.org", [{ bodyId, role: "administrator" }]);
    const member = await givenStaff(at(0), "m@example.org", [{ bodyId, role: "reviewer" }]);
    const token = await open("staff", member);
    const actor = {
      kind: "staff",
      personId: head,
      roles: [{ bodyId, role: "administrator" }],
    } as const;
    await endStaffRole({ ...at(1), actor }, { bodyId, personId: member, role: "reviewer" });
    expect(await alive(token, 2)).toBe(false);
  });
});

describe("who acts in a session", () => {
  test("without a second factor nobody is staff, with one only who holds a role", async () => {
    const bodyId = await givenBody(at(0), "FNO");
    const member = await givenStaff(at(0), "f@example.org", [{ bodyId, role: "desk" }]);
    const resolved = async (strength: SessionStrength, owner: string) => {
      const found = await resolveSession(at(1).db, await open(strength, owner), at(1).now);
      if (!found) throw new Error("no session");
      return found;
    };
    expect(staffActor(await resolved("mailbox", member))).toBeUndefined();
    expect(staffActor(await resolved("identity", member))).toBeUndefined();
    expect(staffActor(await resolved("staff", personId))).toBeUndefined();
    expect(staffActor(await resolved("staff", member))?.roles).toEqual([{ bodyId, role: "desk" }]);
    expect(personActor(await resolved("identity", member))).toMatchObject({
      kind: "person",
      strength: "identity",
    });
  });

  test("one statement tells all of it", async () => {
    const token = await open("mailbox");
    let statements = 0;
    const db = new Proxy(at(1).db, {
      get(target, key) {
        if (key === "execute" || key === "select") statements += 1;
        const value = Reflect.get(target, key) as unknown;
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
    await resolveSession(db, token, at(1).now);
    expect(statements).toBe(1);
  });
});

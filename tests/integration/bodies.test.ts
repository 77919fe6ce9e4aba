import { beforeAll, describe, expect, test } from "vitest";
import { seedId } from "@/db/seed/seed";
import type { Ctx } from "@/lib/context";
import { Forbidden, InvalidInput, Refused, Stale } from "@/lib/kernel/errors";
import { createStaffMember } from "@/lib/people/commands/create-staff-member";
import { saveBody } from "@/lib/territory/commands/save-body";
import { administeredBodiesOfRegion } from "@/lib/territory/queries/administered-territory";
import { regionalContext } from "../support/copies";
import { testDatabase } from "../support/database";
import { officerContext, publishedCall, seedOfficers, valdera } from "../support/drafts";

const database = await testDatabase();

let region: Ctx;

beforeAll(async () => {
  await seedOfficers(database.owner);
  region = await regionalContext(database.app);
});

describe("a body", () => {
  const fields = {
    ...{ bodyId: "", seen: "", name: "Comitato dell’Arno", kind: "committee" as const },
    ...{ zoneId: "", code: "CDA", ipaCode: "", officeName: "Segreteria", pec: "", email: "" },
    ...{ phone: "055 1", helpHours: "", address: "" },
  };
  const seen = async (id: string) => {
    const all = await administeredBodiesOfRegion(region);
    return all.find((one) => one.id === id);
  };

  test("is made, and changed by who has read it as it is", async () => {
    const { id } = await saveBody(region, fields);
    const before = await seen(id);
    expect(before).toMatchObject({ phone: "055 1", staff: 0, codeIsOut: false });
    const change = { ...fields, bodyId: id, seen: before?.seen ?? "", code: "CDX" };
    await saveBody(region, change);
    await expect(saveBody(region, { ...change, phone: "055 2" })).rejects.toThrow(Stale);
    const now = { ...change, seen: (await seen(id))?.seen ?? "" };
    await expect(saveBody(region, now)).rejects.toThrow(Refused);
    await expect(saveBody(region, { ...now, code: "VDE" })).resolves.toEqual({ id });
    await expect(saveBody(region, { ...fields, code: "VDE" })).rejects.toThrow(InvalidInput);
    const { rows } = await database.owner.query(
      "select action from audit_event where chain = $1 order by sequence",
      [id],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      ...["body.created", "body.changed", "body.changed"],
    ]);
  });

  test("keeps its code once it stands in a number, and nobody becomes the region", async () => {
    await publishedCall(officerContext(database.app, valdera), valdera);
    const own = await seen(valdera);
    if (!own) throw new Error("no body");
    const given = {
      ...fields,
      ...{ bodyId: valdera, seen: own.seen, name: own.name, kind: "sds" as const },
    };
    await expect(saveBody(region, given)).rejects.toThrow("code");
    const region2 = { ...fields, code: "RRR", kind: "region" as const };
    await expect(saveBody(region, region2)).rejects.toThrow("kind");
    const gone = { ...fields, code: "GGG", zoneId: seedId("zone:lunigiana") };
    await database.owner.query("update zone set valid_to = '2026-11-01' where slug = 'lunigiana'");
    await expect(saveBody(region, gone)).rejects.toThrow("zoneId");
  });

  test("without an administrator gets its first from the region, and no second", async () => {
    const { id } = await saveBody(region, { ...fields, code: "PRI", name: "Consulta nuova" });
    const member = (email: string, role: "administrator" | "officer") =>
      createStaffMember(region, {
        ...{ bodyId: id, givenName: "Nora", familyName: "Bassi" },
        ...{ email, roles: [role] },
      });
    expect(() => member("b@example.org", "officer")).toThrow(Forbidden);
    await member("a@example.org", "administrator");
    expect(await seen(id)).toMatchObject({ staff: 1, administrators: 1 });
    await expect(member("c@example.org", "administrator")).rejects.toThrow(Forbidden);
  });
});

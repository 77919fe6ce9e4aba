import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { call, formDefinition } from "@/db/schema/calls";
import { healthAuthority, municipality, zone, zoneMunicipality } from "@/db/schema/territory";
import { saveStep } from "@/lib/applications/commands/save-step";
import { startApplication } from "@/lib/applications/commands/start-application";
import { draftPage } from "@/lib/applications/queries/draft-page";
import { saveStepSchema } from "@/lib/applications/schema";
import { checkDefinition } from "@/lib/calls/core/form-checks";
import type { Field, FormDefinition } from "@/lib/calls/core/form-definition";
import { FIELD_TYPES } from "@/lib/calls/core/form-shapes";
import { say } from "@/lib/calls/core/form-templates/parts";
import { newField } from "@/lib/calls/core/new-field";
import { openCall, somebody } from "../../support/applications";
import { testDatabase } from "../../support/database";
import { countingPool } from "../../support/query-count";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");
const counting = countingPool(database.appUrl);

const zoned = {
  ...newField("municipality", "where", say("Dove?", "Where?")),
  within: "zone",
} as Field;
const types = FIELD_TYPES.filter((type) => type !== "legalNature");

/** Three hundred questions of all kinds, each hanging on the one before it. */
const large: FormDefinition = {
  version: 1,
  sections: Array.from({ length: 15 }, (_, at) => ({
    id: `part${at}`,
    step: "specific" as const,
    title: say(`Parte ${at}`, `Part ${at}`),
    fields: Array.from({ length: 20 }, (__, row) => {
      const number = at * 20 + row;
      if (number === 0) return zoned;
      const type = types[number % types.length] ?? "text";
      const field = newField(type, `f${number}`, say(`Domanda ${number}`, `Question ${number}`));
      return { ...field, when: { op: "notEmpty", field: "where" } } as Field;
    }),
  })),
};

/** A zone of one municipality, and another municipality outside of it. */
const [authority, home] = [uuid(1), { zone: uuid(2), place: uuid(3), istat: "050029" }];
beforeAll(async () => {
  await db.insert(healthAuthority).values({ id: authority, slug: "asl", name: "ASL" });
  await db.insert(zone).values({
    id: home.zone,
    slug: "valdera",
    name: "Valdera",
    healthAuthorityId: authority,
    listStatus: "verified",
    validFrom: "2018-01-01",
  });
  await db.insert(municipality).values([
    {
      id: home.place,
      istatCode: home.istat,
      cadastralCode: "G843",
      name: "Pontedera",
      province: "PI",
    },
    { id: uuid(4), istatCode: "053011", cadastralCode: "E202", name: "Grosseto", province: "GR" },
  ]);
  await db
    .insert(zoneMunicipality)
    .values({ zoneId: home.zone, municipalityId: home.place, validFrom: "2018-01-01" });
});

function uuid(number: number): string {
  return `01940000-0000-7000-8000-00000000000${number}`;
}

async function begin() {
  const applicant = await somebody(db);
  const { callId, bodyId } = await openCall(applicant.ctx);
  const formId = applicant.ctx.newId();
  await applicant.ctx.db
    .insert(formDefinition)
    .values({ id: formId, bodyId, definition: large, createdAt: applicant.ctx.now });
  await applicant.ctx.db
    .update(call)
    .set({ formDefinitionId: formId, zoneId: home.zone })
    .where(eq(call.id, callId));
  const started = await startApplication(applicant.ctx, { callId, track: "organisation" });
  return { ...applicant, ...started };
}

const post = (applicationId: string, fields: Record<string, string | string[]>) =>
  saveStepSchema.parse({ applicationId, step: "dati-specifici", locale: "it", ...fields });

describe("a form of three hundred questions", () => {
  test("is sound, is read in four statements and saved in as many as a small one", async () => {
    expect(checkDefinition(large)).toEqual([]);
    const { ctx, applicationId } = await begin();
    const counted = { ...ctx, db: scopedDatabase(counting.pool, "*") };
    await draftPage(counted, applicationId);
    const before = counting.count();
    const page = await draftPage(counted, applicationId);
    expect(counting.count() - before).toBeLessThanOrEqual(4);
    expect(page.assessment.fields).toHaveLength(1);
    const shown = large.sections.flatMap((one) => one.fields.map((field) => field.id));
    const typed = Object.fromEntries(shown.map((id) => [id, "testo"]));
    const saving = counting.count();
    await saveStep(counted, post(applicationId, { ...typed, _shown: shown, intent: "save" }));
    expect(counting.count() - saving).toBeLessThanOrEqual(6);
  });

  test("takes a municipality of the zone only", async () => {
    const { ctx, applicationId } = await begin();
    const judged = async (code: string) => {
      const { revisions } = await saveStep(
        ctx,
        post(applicationId, { _shown: "where", where: code, "_rev.part0": `${await revision()}` }),
      );
      expect(revisions.part0).toBeGreaterThan(0);
      return (await draftPage(ctx, applicationId)).assessment.errors.where?.code;
    };
    const revision = async () =>
      (await draftPage(ctx, applicationId)).sections.part0?.revision ?? 0;
    const page = await draftPage(ctx, applicationId);
    const inside = page.zoneMunicipalities.map(({ value }) => value);
    expect(inside).toContain(home.istat);
    const outside = page.municipalities.find(({ value }) => !inside.includes(value));
    expect(await judged(outside?.value ?? "")).toBe("notInZone");
    expect(await judged(home.istat)).toBeUndefined();
  });
});

describe("rows without scripts", () => {
  const group = large.sections.flatMap((one) => one.fields).find(({ type }) => type === "group");
  const id = group?.id ?? "";
  const section = large.sections.find((one) => one.fields.some((field) => field.id === id))?.id;
  const rows = { [`${id}.0.name`]: "Prima", [`${id}.1.name`]: "Seconda" };

  test("one more saves what is typed and leads to the page with one row more", async () => {
    const { ctx, applicationId } = await begin();
    const fields = { _shown: id, ...rows, intent: `add.${id}` };
    const { to } = await saveStep(ctx, post(applicationId, fields));
    expect(to).toBe(`/candidature/${applicationId}/dati-specifici?righe=${id}.3#${id}`);
    const { values } = await draftPage(ctx, applicationId);
    expect(values[id]).toEqual([{ name: "Prima" }, { name: "Seconda" }]);
  });

  test("one less takes that row away, and only that", async () => {
    const { ctx, applicationId } = await begin();
    await saveStep(ctx, post(applicationId, { _shown: id, ...rows }));
    const again = { _shown: id, ...rows, [`_rev.${section}`]: "1", intent: `remove.${id}.0` };
    const { to } = await saveStep(ctx, post(applicationId, again));
    expect(to).toContain(`righe=${id}.1#`);
    expect((await draftPage(ctx, applicationId)).values[id]).toEqual([{ name: "Seconda" }]);
  });
});

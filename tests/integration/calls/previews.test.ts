import { beforeAll, expect, test } from "vitest";
import { TRIAL_WAYS } from "@/lib/applications/core/trial";
import { formToTry, tryForm } from "@/lib/applications/queries/try-form";
import { createCall } from "@/lib/calls/commands/create-call";
import { importForm } from "@/lib/calls/commands/import-form";
import { saveCall } from "@/lib/calls/commands/save-call";
import { fieldsOf } from "@/lib/calls/core/form-definition";
import { callPage } from "@/lib/calls/queries/call-page";
import { callPreview } from "@/lib/calls/queries/call-preview";
import { formBuilder } from "@/lib/calls/queries/form-for-edit";
import type { Ctx } from "@/lib/context";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";
import {
  coeso,
  completeDraft,
  officerContext,
  seedOfficers,
  staffOf,
  valdera,
} from "../../support/drafts";
import { countingPool } from "../../support/query-count";

const database = await testDatabase();
const counting = countingPool(database.appUrl);
const words = { it: "(qui un file)", en: "(a file here)" };
let ctx: Ctx;

beforeAll(async () => {
  await seedOfficers(database.owner);
  ctx = officerContext(database.app, coeso);
});

async function draft() {
  const given = await completeDraft(ctx, coeso);
  await saveCall(ctx, given);
  return given.callId;
}

const rows = async () => {
  const { rows: found } = await database.owner.query<{ all: string }>(
    `select (select count(*) from application) || ' ' || (select count(*) from application_section)
       || ' ' || (select count(*) from attachment) || ' ' || (select count(*) from audit_event) as all`,
  );
  return found[0]?.all;
};

test("a draft is shown as it would be published now, to those who write it and to nobody else", async () => {
  const callId = await draft();
  const { call: shown, missing } = await callPreview(ctx, callId);
  expect(missing).toEqual([]);
  expect(shown).toMatchObject({
    title: "Parità di accesso ai servizi socio-sanitari",
    state: "published",
    acts: [],
  });
  expect(await callPage(testContext(database.app), shown.slug)).toBeUndefined();
  const others = [
    officerContext(database.app, valdera),
    testContext(database.app, { actor: staffOf(coeso, "reviewer"), scope: [coeso] }),
    testContext(database.app, { actor: { kind: "person", personId: callId } as Ctx["actor"] }),
  ];
  for (const other of others) {
    const asked = [
      callPreview(other, callId),
      formToTry(other, callId, words),
      tryForm(other, { callId, track: "citizen", entries: [] }),
    ];
    for (const one of await Promise.allSettled(asked)) {
      expect(one).toMatchObject({ status: "rejected", reason: { code: "not_found" } });
    }
  }
});

test("a form is tried by the rules of a real application, and nothing is stored", async () => {
  const callId = await draft();
  const form = await formToTry(ctx, callId, words);
  expect(form.tracks.map((track) => TRIAL_WAYS[track])).toEqual([
    ...["organizzazione", "gruppo", "persona"],
  ]);
  const files = fieldsOf(form.definition).filter((field) => field.label.it.endsWith(words.it));
  expect(files.length).toBeGreaterThan(0);
  expect(files.every((field) => field.type === "info")).toBe(true);
  const before = await rows();
  const entries = [["brings", "Una sala e tre volontari"]] as const;
  const trial = await tryForm(ctx, { callId, track: "organisation", entries });
  expect(trial.values).toMatchObject({ brings: "Una sala e tre volontari" });
  expect(trial.errors).toHaveProperty("legalNature");
  expect(trial.errors).not.toHaveProperty("brings");
  for (const file of files) expect(trial.errors).not.toHaveProperty(file.id);
  expect(await rows()).toBe(before);
});

test("three hundred questions cost no statement more than one", async () => {
  const counted = testContext(counting.pool, { actor: staffOf(coeso), scope: [coeso] });
  const statements = async (fields: number) => {
    const given = { title: "Molte domande", regime: "participatoryPath", template: "" } as const;
    const { id } = await createCall(ctx, { bodyId: coeso, ...given });
    const { seen } = await formBuilder(ctx, id);
    const bytes = new TextEncoder().encode(JSON.stringify(formOf(fields)));
    const source = { kind: "file", bytes } as const;
    expect(await importForm(ctx, { callId: id, seen, source })).toMatchObject({ problems: [] });
    const before = counting.count();
    await formBuilder(counted, id);
    await formToTry(counted, id, words);
    return counting.count() - before;
  };
  const few = await statements(1);
  const many = await statements(300);
  expect(many).toBeLessThanOrEqual(few);
  expect(few).toBeLessThanOrEqual(4);
});

const formOf = (fields: number) => ({
  version: 1,
  sections: [
    {
      ...{ id: "one", step: "specific", title: { it: "Domande", en: "Questions" } },
      fields: Array.from({ length: fields }, (_, at) => ({
        ...{ id: `q${at}`, type: "text", required: false, visibility: "staff", retentionDays: 30 },
        label: { it: `Domanda ${at}`, en: `Question ${at}` },
        purpose: { it: "Prova", en: "Test" },
      })),
    },
  ],
});

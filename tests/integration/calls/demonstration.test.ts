import { expect, test } from "vitest";
import { demonstrationCalls } from "@/db/seed/calls";
import realCalls from "@/db/seed/data/real-calls.json" with { type: "json" };
import { seedDemonstration } from "@/db/seed/run";
import { documentChanges, documentsIn } from "@/lib/calls/core/documents";
import { readFilters } from "@/lib/calls/core/filter-address";
import { callDocument } from "@/lib/calls/queries/call-document";
import { callPage } from "@/lib/calls/queries/call-page";
import { foundCalls } from "@/lib/calls/queries/found-calls";
import { fileResponse } from "@/lib/files/file-response";
import { sha256 } from "@/lib/platform/digest";
import { zonePage, zonesInForce } from "@/lib/territory/queries";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";

const archive = readFilters({ stato: "archivio" });
const database = await testDatabase();
const TODAY = "2026-11-25";
const ctx = testContext(database.app, { actor: { kind: "anonymous" } });

test("the demonstration data load once, also when two processes start together", async () => {
  const loaded = await Promise.all([
    seedDemonstration(database.app, TODAY),
    seedDemonstration(database.app, TODAY),
  ]);
  // Each of its two stages is loaded by whoever comes first to it.
  expect(loaded).toContain(true);
  expect(await seedDemonstration(database.app, TODAY)).toBe(false);
});

test("one call stands at each point of its life", async () => {
  const { calls } = await foundCalls(ctx, readFilters({}));
  const standing = Object.fromEntries(calls.map((call) => [call.slug, call.status]));
  expect(standing).toEqual({
    "attivatori-di-comunita": "closesToday",
    "comitato-valle-del-serchio": "alwaysOpen",
    "parita-di-accesso": "open",
    "servizi-accessibili": "upcoming",
    "servizio-di-orientamento": "underReview",
    "rete-del-terzo-settore": "outcomePublished",
  });
});

test("the archive has the calls of 2021, 2022 and 2024 with their own ends", async () => {
  const { calls, next } = await foundCalls(ctx, archive);
  expect(next).toBeUndefined();
  const ends = Object.fromEntries(calls.map((call) => [call.slug, call.closesAt?.toISOString()]));
  expect(ends).toMatchObject({
    "terzo-settore-2024": "2024-03-10T22:59:59.000Z",
    // The night before, the clock went forward: the day ends two hours before midnight UTC.
    "parita-di-accesso-2022": "2022-03-27T21:59:59.000Z",
    "attivatori-di-comunita-2021": "2021-05-14T21:59:59.000Z",
    "accessibilita-dei-servizi-2021": "2021-05-28T21:59:59.000Z",
  });
});

test("the open call tells its acts in full and keeps every version", async () => {
  const page = await callPage(ctx, "parita-di-accesso");
  expect(page?.acts.map((act) => act.kind)).toEqual(["rectification", "extension"]);
  expect(Object.keys(page?.acts[0]?.after ?? {}).toSorted()).toEqual([
    ...["conditions", "documents", "meetings"],
  ]);
  expect(page?.acts[1]).toMatchObject({
    kind: "extension",
    before: { closesAt: "2026-11-27T11:00:00.000Z" },
    after: { closesAt: "2026-12-04T11:00:00.000Z" },
  });
  const versions = await database.owner.query(
    "select version, closes_at from call_version where call_id = $1 order by version",
    [page?.id],
  );
  expect(versions.rows.map((row) => row.closes_at.toISOString())).toEqual([
    "2026-11-27T11:00:00.000Z",
    "2026-12-04T11:00:00.000Z",
    "2026-12-04T11:00:00.000Z",
  ]);
  const told = await database.owner.query(
    `select a.written, a.total, (select count(*)::int from message m where m.subject_id = a.act_id) as mails
     from act_announcement a join call_act c on c.id = a.act_id
     where c.kind = 'rectification' and c.call_id = $1`,
    [demonstrationCalls.open.id],
  );
  expect(told.rows[0].written).toBeGreaterThan(5);
  expect(told.rows).toEqual([
    { written: told.rows[0].mails, total: told.rows[0].mails, mails: told.rows[0].mails },
  ]);
});

test("the calls of today offer their documents, each really there; an act has replaced one", async () => {
  const today = ["servizi-accessibili", "parita-di-accesso", "attivatori-di-comunita"];
  const closed = ["servizio-di-orientamento", "rete-del-terzo-settore"];
  for (const slug of [...today, ...closed, "comitato-valle-del-serchio"]) {
    const { documents = [] } = (await callPage(ctx, slug))?.content ?? {};
    expect(documents.map(({ title }) => title)).toContain("Informativa sul trattamento dei dati");
    for (const { title, fileHash } of documents) {
      const opened = await callDocument(ctx, { slug, file: `${fileHash}.pdf` });
      expect(opened.name).toBe(`${title}.pdf`);
      const bytes = new Uint8Array((await (await fileResponse(opened))?.arrayBuffer()) ?? []);
      expect([bytes.length, sha256(bytes)]).toEqual([opened.size, fileHash]);
    }
  }
  const [act] = (await callPage(ctx, "parita-di-accesso"))?.acts ?? [];
  const [old, now] = [act?.before, act?.after].map((text) => documentsIn(text?.documents ?? ""));
  expect(documentChanges(old ?? [], now ?? [])).toMatchObject({
    ...{ added: [], removed: [], renamed: [] },
    replaced: [{ after: { title: "Sedi degli incontri e accessibilità" } }],
  });
});

test("Tuscany has 28 zones and 273 municipalities, each saying how surely it is known", async () => {
  const zones = await zonesInForce(ctx);
  expect(zones).toHaveLength(28);
  expect(zones.reduce((sum, zone) => sum + zone.municipalities, 0)).toBe(273);
  const page = await zonePage(ctx, "amiata-grossetana-colline-metallifere-grossetana");
  expect(page?.listStatus).toBe("verified");
  expect(page?.municipalities).toHaveLength(20);
  expect(page?.path).toMatchObject({ currentPhase: 4, edition: 2 });
  expect(page?.path?.phases).toHaveLength(6);
  expect(page?.bodies[0]?.kind).toBe("sds");
  expect(page?.solutions.map((solution) => solution.name)).toContain("Camper della Salute");
});

test("each of the real calls is there, with its place and its own end", async () => {
  const { rows } = await database.owner.query<RealCall>(
    `select coalesce(z.slug, b.name) as place, c.closes_on::text as deadline, c.closes_at_time as hour,
       (c.published_at at time zone 'Europe/Rome')::date::text as published, c.peremptory,
       (c.cut_offs[1] at time zone 'Europe/Rome')::date::text as "firstCutOff",
       (select a.act_date::text from call_act a where a.call_id = c.id and a.kind = 'rectification') as rectified
     from call c join body b on b.id = c.body_id left join zone z on z.id = c.zone_id
     where c.published_at < '2025-01-01'`,
  );
  for (const real of realCalls.calls) {
    const [deadline = null, time] = real.deadline?.split("T") ?? [];
    const place = rows.filter((row) => row.place === (real.zone ?? real.body));
    const found = place.filter((row) =>
      "first_cutoff" in real
        ? row.deadline === null && row.firstCutOff === real.first_cutoff
        : deadline
          ? row.deadline === deadline && row.hour === (time?.slice(0, 5) ?? null)
          : row.published === real.published,
    );
    expect(found.length, JSON.stringify(real)).toBeGreaterThan(0);
    if ("peremptory" in real) expect(found[0]?.peremptory).toBe(false);
    if ("rectified_while_open" in real) expect(found[0]?.rectified).toBe("2022-10-27");
  }
});

type RealCall = {
  place: string;
  deadline: string | null;
  hour: string | null;
  published: string;
  peremptory: boolean;
  firstCutOff: string | null;
  rectified: string | null;
};

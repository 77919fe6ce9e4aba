import { beforeAll, describe, expect, test } from "vitest";
import { bodyId, demonstrationBodies } from "@/db/seed/bodies";
import { makeSeed } from "@/db/seed/seed";
import { seedTerritory } from "@/db/seed/territory";
import { readFilters } from "@/lib/calls/core/filter-address";
import { callList } from "@/lib/calls/queries/call-list";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";

const database = await testDatabase();
const ctx = testContext(database.app, { actor: { kind: "anonymous" } });
const body = bodyId(demonstrationBodies.coeso);

/** A published call with these texts, or a draft; ends days from now, undefined: never. */
async function call(
  slug: string,
  given: { title: string; text?: string; state?: string; days?: number },
) {
  const { title, text = "", state = "published", days = 10 } = given;
  await database.owner.query(
    `with form as (insert into form_definition (id, body_id, definition, created_at)
       values (gen_random_uuid(), $1, '{}', now()) returning id)
     insert into call (id, body_id, zone_id, code, slug, regime, state, title, audiences, opens_at, closes_at,
       content, form_definition_id, created_at, updated_at, published_at)
     select gen_random_uuid(), $1, b.zone_id, $2, $2, 'participatoryPath', $3, $4, '{organisation}',
       $6::timestamptz - interval '400 days', $6::timestamptz + make_interval(days => $7),
       jsonb_build_object('sheet', jsonb_build_object('description', $5::text), 'meetings', '[]'::jsonb),
       form.id, now(), now(), case when $3 <> 'draft' then now() end
     from form, body b where b.id = $1`,
    [body, slug, state, title, text, ctx.now, days],
  );
}

beforeAll(async () => {
  await seedTerritory(makeSeed(ctx.db, "2026-11-25"));
  await call("laboratori", {
    title: "Laboratori di comunità",
    text: "Si lavora **con l’anziano**.",
    days: 3,
  });
  await call("laboratorio", { title: "Un laboratorio per la qualità della vita", days: 2 });
  await call("orcia", {
    title: "La salute dell’Orcia",
    text: "Disabili e/o anziani/disabili.",
    days: 5,
  });
  await call("romena", { title: "Mediazione: Săcele e Brașov in città", days: 4 });
  await call("scritto", {
    title: "<b>Avviso</b> & <img src=x onerror=alert(1)> prova",
    text: "</mark><script>x</script> prova",
  });
  await call("bozza", { title: "Laboratori segreti", state: "draft" });
  await call("vecchio", { title: "Laboratori del passato", state: "archived", days: -300 });
});

const found = async (q: string, more: Record<string, string> = {}) =>
  (await callList(ctx, readFilters({ q, ...more }))).calls;
const slugs = async (q: string) => (await found(q)).map((one) => one.slug);

describe("the search", () => {
  test("knows singular and plural, sorted by the time that is left", async () => {
    expect(await slugs("laboratorio")).toEqual(["laboratorio", "laboratori"]);
    expect(await slugs("LABORATORI")).toEqual(["laboratorio", "laboratori"]);
  });

  test.each([
    ["comunita", "laboratori"],
    ["comunità", "laboratori"],
    ["qualita'", "laboratorio"],
    ["QUALITÀ", "laboratorio"],
    ["dell’orcia", "orcia"],
    ["dell'Orcia", "orcia"],
    ["sacele", "romena"],
    ["Săcele", "romena"],
    ["brasov citta", "romena"],
    ["disabile", "orcia"],
    ["anziani/disabili", "orcia"],
    ['"della vita"', "laboratorio"],
    ["laboratori -vita", "laboratori"],
  ])("%s finds it, whatever the accents and apostrophes", async (q, slug) => {
    expect(await slugs(q)).toEqual([slug]);
  });

  test("finds by the name of the body and of a municipality of the zone, also a new name", async () => {
    expect(await slugs("Castel del Piano orcia salute")).toEqual(["orcia"]);
    await database.owner.query("update body set name = name || ' Zibaldone' where id = $1", [body]);
    expect(await slugs("zibaldone orcia")).toEqual(["orcia"]);
  });

  test("holds no draft, and the archive only where it is asked for", async () => {
    expect(await slugs("segreti")).toEqual([]);
    expect(await slugs("passato")).toEqual([]);
    const archive = await found("passato", { stato: "archivio" });
    expect(archive.map((one) => [one.group, one.slug])).toEqual([["archive", "vecchio"]]);
    const { rows } = await database.owner.query(
      "select slug from call where id not in (select call_id from call_search)",
    );
    expect(rows).toEqual([{ slug: "bozza" }]);
  });

  test("a text that changes is found by its new words; the application may not write them", async () => {
    await database.owner.query("update call set title = 'Fisarmonica' where slug = 'romena'");
    expect(await slugs("fisarmoniche")).toEqual(["romena"]);
    expect(await slugs("sacele")).toEqual([]);
    await expect(ctx.db.execute("delete from call_search")).rejects.toThrow();
    await database.owner.query(
      "update call set title = 'Mediazione: Săcele e Brașov in città' where slug = 'romena'",
    );
    const words = () =>
      database.owner.query(
        "select from call_search s join call c on c.id = s.call_id where slug = 'romena'",
      );
    await database.owner.query("update call set state = 'draft' where slug = 'romena'");
    expect((await words()).rowCount).toBe(0);
    await database.owner.query("update call set state = 'published' where slug = 'romena'");
    expect((await words()).rowCount).toBe(1);
  });

  test("marks what it found, and a text never becomes markup", async () => {
    const [one] = await found("anziani");
    expect(one?.marked?.excerpt.filter((part) => part.found).map((part) => part.text)).toContain(
      "anziano",
    );
    const [written] = await found("prova");
    expect(written?.marked?.title.map((part) => part.text).join("")).toContain(
      "<img src=x onerror=alert(1)>",
    );
    expect(written?.marked?.title.at(-1)).toEqual({ text: "prova", found: true });
  });

  test.each([
    "'; drop table call; --",
    "laboratori & | ! ( ) : * <->",
    '"""""""',
    "\0\0labor",
    "\ud800",
    "%_\\",
    ":*",
    "-",
    "a".repeat(10_000),
    `${"non ".repeat(2_500)}`,
    "\ue000<script>\ue001",
  ])("nothing that is typed is an error: %j", async (q) => {
    expect(Array.isArray(await slugs(q))).toBe(true);
  });

  test.each([
    "cantiere cantieri",
    "ambulatorio ambulatori",
    "operatore operatori",
    "anziano anziani",
    "infermiere infermieri",
    "familiare familiari",
    "ente enti",
    "bando bandi",
    "città citta",
  ])("%s are one word, in the search and in its marks", async (pair) => {
    const [one, other] = pair.split(" ");
    const { rows } = await database.app.query(
      `select to_tsvector('cantieri_italian', search_words($1)) @@ websearch_to_tsquery('cantieri_italian', search_words($2)) and
        to_tsvector('cantieri_italian', search_words($2)) @@ websearch_to_tsquery('cantieri_italian', search_words($1)) and
        to_tsvector('cantieri_italian', search_text($1)) @@ search_marks($2) and
        to_tsvector('cantieri_italian', search_text($2)) @@ search_marks($1) as alike`,
      [one, other],
    );
    expect(rows).toEqual([{ alike: true }]);
  });

  test("words that say nothing narrow nothing", async () => {
    expect((await slugs("il di")).length).toBe((await slugs("")).length);
  });
});

test("pages follow each other without a gap or a repetition, each call once, all groups in order", async () => {
  for (let at = 0; at < 45; at += 1) {
    const [state, days] = (
      [
        ["published", 7],
        ["underReview", -5],
        ["published", -2],
        ["suspended", 9],
      ] as const
    )[at % 4] ?? ["published", 1];
    // Many with the same end: the id decides.
    await call(`pagina-${at}`, { title: `Serie ${at}`, state, days });
  }
  await database.owner.query(
    "update call set closes_at = null where slug in ('pagina-4', 'pagina-3')",
  );
  await database.owner.query(
    "update call set opens_at = $1::timestamptz + interval '1 day' where slug in ('pagina-8', 'pagina-12')",
    [ctx.now],
  );
  const seen: string[] = [];
  const groups: string[] = [];
  let by = readFilters({ q: "serie" });
  for (;;) {
    const { calls, next, counts } = await callList(ctx, by);
    expect(counts.total).toBe(45);
    seen.push(...calls.map((one) => one.slug));
    groups.push(...calls.map((one) => one.group));
    if (!next) break;
    by = { ...by, after: next };
  }
  expect(new Set(seen).size).toBe(45);
  expect(seen).toHaveLength(45);
  expect(groups).toEqual(
    groups.toSorted((a, b) => "ouc".indexOf(a[0] ?? "") - "ouc".indexOf(b[0] ?? "")),
  );
  // Without an end it comes last among the open ones.
  expect(seen[groups.lastIndexOf("open")]).toBe("pagina-4");
  expect(seen.at(-1)).toBe("pagina-3");
  const states = await callList(ctx, readFilters({ q: "serie", stato: "valutazione" }));
  expect(states.counts.groups.get("closed")).toBe(states.counts.total);
  expect(states.calls.every((one) => ["underReview", "closed"].includes(one.status))).toBe(true);
});

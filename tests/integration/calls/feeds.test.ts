import ical from "ical.js";
import { beforeAll, expect, test } from "vitest";
import { seedDemonstration } from "@/db/seed/run";
import { writeCalendar } from "@/lib/calendar/write-calendar";
import { issueNotice } from "@/lib/calls/commands/issue-notice";
import { deadlineEvents } from "@/lib/calls/core/deadline-events";
import { readFilters } from "@/lib/calls/core/filter-address";
import { noticeOfCall } from "@/lib/calls/queries/call-notice";
import { callPage } from "@/lib/calls/queries/call-page";
import { fedCall, fedCalls, slugOfShortCode } from "@/lib/calls/queries/feed-calls";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";

const database = await testDatabase();
const ctx = testContext(database.app, { actor: { kind: "anonymous" } });

beforeAll(() => seedDemonstration(database.app, "2026-11-25"));

test("feeds hold what changed last, under the filters, without drafts and without the archive", async () => {
  const all = await fedCalls(ctx, readFilters({}));
  expect(all.map((call) => call.slug).toSorted()).toEqual([
    "attivatori-di-comunita",
    "comitato-valle-del-serchio",
    "parita-di-accesso",
    "rete-del-terzo-settore",
    "servizi-accessibili",
    "servizio-di-orientamento",
  ]);
  const changes = all.map((call) => call.updatedAt.getTime());
  expect(changes).toEqual(changes.toSorted((a, b) => b - a));
  const few = await fedCalls(ctx, readFilters({ per: "persone", q: "attivatrici" }));
  expect(few.map((call) => call.slug)).toEqual(["attivatori-di-comunita"]);
  expect(await fedCalls(ctx, readFilters({ comune: "Narnia" }))).toEqual([]);
});

test("a deadline is an appointment that ends at the last good second; an extension moves it", async () => {
  const call = await fedCall(ctx, "parita-di-accesso");
  if (!call) throw new Error("the call is missing");
  const file = writeCalendar({
    name: "Scadenze",
    organiser: null,
    events: deadlineEvents(
      [call, { ...call, id: "other", closesAt: null }],
      {
        title: ({ title }) => `Scade: ${title}`,
        sentence: () => "Puoi presentare la candidatura; fino, a",
        link: ({ slug }) => `https://cantieri.example.it/avvisi/${slug}`,
      },
      "cantieri.example.it",
    ),
  });
  const events = new ical.Component(ical.parse(file)).getAllSubcomponents("vevent");
  expect(events).toHaveLength(1);
  const event = new ical.Event(events[0]);
  expect(event.endDate.toJSDate()).toEqual(call.closesAt);
  expect(event.startDate.toJSDate().getTime()).toBe((call.closesAt?.getTime() ?? 0) - 30 * 60_000);
  expect(event.summary).toBe("Scade: Parità di accesso ai servizi socio-sanitari");
  // The demonstration has changed it by acts: calendars take the event in its latest version.
  expect(call.version).toBeGreaterThan(1);
  expect(event.sequence).toBe(call.version - 1);
  expect(event.uid).toBe(`call-${call.id}@cantieri.example.it`);
});

test("the notice of a version is issued once, whoever asks, and replaced by the next version's", async () => {
  const page = await callPage(ctx, "servizi-accessibili");
  if (!page) throw new Error("the call is missing");
  expect(await noticeOfCall(ctx, page)).toBeUndefined();
  const asked = { callId: page.id };
  await Promise.all([issueNotice(ctx, asked), issueNotice(ctx, asked), issueNotice(ctx, asked)]);
  const first = await noticeOfCall(ctx, page);
  expect(first?.file).toBeNull();
  await database.owner.query("update call set version = version + 1 where id = $1", [page.id]);
  const next = { ...page, version: page.version + 1 };
  expect(await noticeOfCall(ctx, next)).toBeUndefined();
  await issueNotice(ctx, asked);
  const { rows } = await database.owner.query(
    "select code, state from issued_document where kind = 'callNotice' order by issued_at",
  );
  expect(rows).toEqual([
    { code: first?.code, state: "replaced" },
    { code: (await noticeOfCall(ctx, next))?.code, state: "valid" },
  ]);
  await database.owner.query("update call set state = 'draft' where id = $1", [page.id]);
  await expect(issueNotice(ctx, asked)).rejects.toMatchObject({ code: "not_found" });
});

test("the short address leads to the call, and to nothing that is not public", async () => {
  const page = await callPage(ctx, "parita-di-accesso");
  const code = page?.shortCode ?? "";
  expect(code).toMatch(/^[A-Z0-9]+-\d{4}-\d+$/);
  expect(await slugOfShortCode(ctx, code.toLowerCase())).toBe("parita-di-accesso");
  expect(await slugOfShortCode(ctx, "XXX-2026-1")).toBeUndefined();
  await database.owner.query(
    "update call set published_at = $1::timestamptz + interval '1 day' where slug = 'parita-di-accesso'",
    [ctx.now],
  );
  expect(await slugOfShortCode(ctx, code)).toBeUndefined();
});

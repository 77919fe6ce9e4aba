import { expect, test } from "vitest";
import { draftPage } from "@/lib/applications/queries/draft-page";
import type { Actor } from "@/lib/auth/actor";
import { sessionCookie } from "@/lib/auth/cookies";
import type { Field, FormDefinition } from "@/lib/calls/core/form-definition";
import { routes } from "@/lib/routes";
import { testContext } from "../support/context";
import { prepareDrafts } from "../support/prepared-drafts";
import { countingPool } from "../support/query-count";
import { sampleForm } from "../support/sample-form";
import { testSite } from "../support/server";
import { median, record, rounded } from "./result";

const FIELDS = 300;
const MOST_MS = 300;
const QUERIES = 8;
const VISITS = 25;

const site = await testSite({ without: ["worker"] });
const counting = countingPool(site.database.appUrl);

const both = (text: string) => ({ it: text, en: text });
const options = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ value: `v${at}`, label: both(`Risposta ${at}`) }));
/** One of each kind that stands alone; every fourth is shown by a condition that looks at another. */
const KINDS: readonly Record<string, unknown>[] = [
  { type: "text" },
  { type: "longText" },
  { type: "number" },
  { type: "money" },
  { type: "date" },
  { type: "yesNo" },
  { type: "radio", options: options(4) },
  { type: "checkboxes", options: options(5) },
  { type: "select", options: options(8) },
  { type: "email" },
  { type: "phone" },
  { type: "municipality" },
];

function manyQuestions(count: number): Field[] {
  return Array.from({ length: count }, (_, at) => ({
    ...KINDS[at % KINDS.length],
    ...(at % 4 === 3 && {
      when: {
        op: "or",
        rules: [
          { op: "eq", field: `f${at - 3}`, value: "mai" },
          { op: "and", rules: [] },
        ],
      },
    }),
    id: `f${at}`,
    label: both(`Domanda ${at}`),
    hint: both("Bastano poche parole."),
    required: at % 2 === 0,
    purpose: both("Valutare"),
    visibility: "reviewer",
    retentionDays: 365,
  })) as unknown as Field[];
}

/** The sample form with so many questions more on its second page. */
function formOf(count: number): FormDefinition {
  const more = {
    id: "many",
    step: "specific",
    title: both("Molte domande"),
    fields: manyQuestions(count),
  } as const;
  return { ...sampleForm, sections: [...sampleForm.sections, more] };
}

/** A draft in a call whose form asks so much. */
async function draftWith(count: number) {
  const [draft] = await prepareDrafts(site.database.app, 1);
  if (!draft) throw new Error("no draft");
  await site.database.owner.query(
    `with form as (insert into form_definition (id, body_id, definition, created_at, frozen_at)
       select gen_random_uuid(), c.body_id, $2, now(), now()
       from application a join call c on c.id = a.call_id where a.id = $1 returning id),
     moved as (update call set form_definition_id = form.id from form, application a
       where a.id = $1 and call.id = a.call_id)
     update application set form_definition_id = form.id from form where application.id = $1`,
    [draft.applicationId, formOf(count)],
  );
  const address = site.origin + routes.applicationStep(draft.applicationId, "dati-specifici");
  const visit = async () => {
    const begin = performance.now();
    const answer = await fetch(address, {
      redirect: "manual",
      headers: { cookie: `${sessionCookie().name}=${draft.session}` },
    });
    const text = await answer.text();
    const ms = performance.now() - begin;
    expect(answer.status).toBe(200);
    return { ms, shown: text.match(/name="_shown"/g)?.length ?? 0 };
  };
  return { draft, visit };
}

test(`P12: a page with ${FIELDS} questions`, async () => {
  const [few, many] = [await draftWith(3), await draftWith(FIELDS)];
  const times = { few: [] as number[], many: [] as number[] };
  let shown = 0;
  for (let nth = 0; nth < VISITS; nth++) {
    times.few.push((await few.visit()).ms);
    const visited = await many.visit();
    times.many.push(visited.ms);
    shown = visited.shown;
  }
  const before = counting.count();
  const { personId } = many.draft;
  const actor: Actor = {
    ...{ kind: "person", personId, strength: "mailbox", identityLevel: "none" },
    organisationIds: [],
  };
  await draftPage(testContext(counting.pool, { actor }), many.draft.applicationId);
  const queries = counting.count() - before;
  const value = median(times.many);
  record({
    id: "P12",
    what: `page of an application with ${shown} questions, against one with 5 of ${rounded(median(times.few))} ms; ${queries} queries`,
    value: rounded(value),
    unit: "ms",
    limit: MOST_MS,
    ratio: rounded(value / MOST_MS),
    goal: `≤ ${MOST_MS} ms, ≤ ${QUERIES} queries`,
    ok: value <= MOST_MS && queries <= QUERIES,
    counts: { shown, queries },
  });
  expect(shown).toBeGreaterThanOrEqual(FIELDS);
});

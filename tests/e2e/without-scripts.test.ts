import { beforeAll, describe, expect, test } from "vitest";
import { routes } from "@/lib/routes";
import {
  answersWith,
  hiddenPairs,
  type Posted,
  pdfBlob as pdf,
  plainPosts,
  postedBack,
} from "../support/plain-posts";
import { type PreparedDraft, prepareDrafts } from "../support/prepared-drafts";
import { samplePdf } from "../support/sample-files";
import { testSite } from "../support/server";

// Whatever is refused of a plain form comes back as a page that says so, and nothing is lost.

const site = await testSite({ without: ["worker"] });
let drafts: PreparedDraft[] = [];
beforeAll(async () => {
  drafts = await prepareDrafts(site.database.app, 5);
});

function draftAt(at: number): PreparedDraft {
  const draft = drafts[at];
  if (!draft) throw new Error("no draft");
  return draft;
}

const { post, messageForm } = plainPosts(site.origin);

async function storedName({ applicationId }: PreparedDraft): Promise<string | undefined> {
  const { rows } = await site.database.owner.query<{ name: string }>(
    `select answers ->> 'name' as name from application_section
     where application_id = $1 and section_id = 'organisation'`,
    [applicationId],
  );
  return rows[0]?.name;
}

function expectPage({ answer, text }: Posted, status: number): void {
  expect(answer.status, text).toBe(status);
  expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(answer.headers.get("cache-control")).toContain("no-store");
  expect(answer.headers.get("content-security-policy")).toMatch(/frame-ancestors 'none'/);
  expect(text).toContain("<h1>");
  expect(text).not.toMatch(/problem|"code"|Error:/);
}

describe("a file sent along with answers", () => {
  test("that is too large is refused on its page, and the answers around it are saved", async () => {
    const draft = draftAt(0);
    const large = answersWith(pdf(new Uint8Array(14 * 1024 * 1024)));
    const { answer } = await post(routes.applicationFiles(draft.applicationId), large, draft);
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(
      `${routes.applicationStep(draft.applicationId, "dati-generali")}?rifiuto=file_too_large#paper`,
    );
    expect(await storedName(draft)).toBe("Circolo Arci Pontedera");
  });

  test("of ten megabytes, which is allowed, is taken", async () => {
    const bytes = new Uint8Array(samplePdf({ text: "x".repeat(10 * 1024 * 1024 - 1000) }));
    expect(bytes.length).toBeLessThanOrEqual(10 * 1024 * 1024);
    const form = answersWith(pdf(bytes));
    const { answer } = await post(
      routes.applicationFiles(draftAt(0).applicationId),
      form,
      draftAt(0),
    );
    expect(answer.headers.get("location")).toBe(
      `${routes.applicationStep(draftAt(0).applicationId, "dati-generali")}#paper`,
    );
  });

  test("after the session has ended hands the answers back, to be sent again", async () => {
    const draft = draftAt(1);
    const path = routes.applicationFiles(draft.applicationId);
    const typed = `Circolo "Arci" & <amici> dell'Ussero`;
    const refused = await post(path, answersWith(pdf(new Uint8Array(samplePdf())), typed));
    expectPage(refused, 401);
    expect(refused.text).toContain("La tua sessione è finita");
    expect(refused.text).toContain(`action="${path}"`);
    expect(refused.text).toContain(`href="${routes.signIn()}" target="_blank"`);
    expect(await storedName(draft)).not.toBe(typed);
    // After signing in elsewhere, the button of that page.
    const again = await post(path, postedBack(refused.text), draft);
    expect(again.status, again.text).toBe(303);
    expect(again.answer.headers.get("location")).toContain("rifiuto=file_missing");
    expect(await storedName(draft)).toBe(typed);
  });

  test("over answers that somebody else changed keeps both", async () => {
    const draft = draftAt(2);
    const path = routes.applicationFiles(draft.applicationId);
    await post(path, answersWith(undefined, "Prima finestra"), draft);
    const refused = await post(path, answersWith(undefined, "Seconda finestra"), draft);
    expectPage(refused, 409);
    expect(refused.text).toContain("Non abbiamo sovrascritto nulla");
    expect(refused.text).toContain("<blockquote>Seconda finestra</blockquote>");
    expect(await storedName(draft)).toBe("Prima finestra");
  });

  test("too often in a while is refused on its page, by words", async () => {
    const draft = draftAt(0);
    const path = routes.applicationFiles(draft.applicationId);
    await site.database.owner.query(
      `insert into rate_limit (key, window_start, count, expires_at)
       select $1, to_timestamp(floor(extract(epoch from now()) / 600) * 600), 20, now() + interval '1 hour'
       on conflict (key, window_start) do update set count = 20`,
      [`upload:${draft.personId}`],
    );
    const { answer } = await post(path, answersWith(undefined, "Circolo Arci Pontedera"), draft);
    expect(answer.headers.get("location")).toContain("rifiuto=rate_limited");
    const script = await post(path, answersWith(undefined), {
      ...draft,
      accept: "application/json",
    });
    expect(script.status).toBe(429);
    expect(script.answer.headers.get("content-type")).toBe("application/problem+json");
    expect(JSON.parse(script.text)).toMatchObject({ code: "rate_limited" });
  });
});

const sending = (draft: PreparedDraft, token = draft.token) =>
  new URLSearchParams({
    ...{ _token: token, _key: `key-${draft.applicationId}`, _content: draft.content },
    ...{ _locale: "it", truth: "on" },
  });

describe("the sending of a candidacy", () => {
  test("too often in a minute says when, and its button sends the same once more", async () => {
    const draft = draftAt(3);
    const path = routes.applicationSubmit(draft.applicationId);
    // The token of another page is refused before anything is written.
    for (let at = 0; at < 5; at += 1) {
      const refused = await post(path, sending(draft, "x"), { ...draft, from: "/avvisi?a=1" });
      expectPage(refused, 404);
      expect(refused.text).toContain('href="/avvisi?a=1"');
      expect(refused.text).not.toContain("<form");
    }
    const refused = await post(path, sending(draft), draft);
    expectPage(refused, 429);
    expect(Number(refused.answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(refused.text).toMatch(/Riprova tra \d+ (secondi|secondo|minuti|minuto)\./);
    expect(refused.text).toContain(`action="${path}"`);
    await site.database.owner.query("delete from rate_limit");
    const again = await post(path, new URLSearchParams(hiddenPairs(refused.text)), draft);
    expect(again.answer.headers.get("location")).toBe(routes.applicationSent(draft.applicationId));
  });

  test("after the session has ended leads to the sign-in and back, with what was ticked", async () => {
    const draft = draftAt(1);
    const path = `/en${routes.applicationSubmit(draft.applicationId)}`;
    const { answer } = await post(path, sending(draft));
    expect(answer.status).toBe(303);
    const summary = `${routes.applicationStep(draft.applicationId, "riepilogo")}?si=truth`;
    expect(answer.headers.get("location")).toBe(`/en${routes.signIn(`/en${summary}`)}`);
  });
});

describe("a message to the office", () => {
  test("is written, refused, mended and sent with its file by plain posts, and nothing is lost", async () => {
    const draft = draftAt(4);
    const sent = await post(routes.applicationSubmit(draft.applicationId), sending(draft), draft);
    expect(sent.status, sent.text).toBe(303);
    const mine = routes.myApplication(draft.applicationId);
    const empty = await messageForm(draft, mine);
    expect(empty.form).toMatch(/ method="post"/i);
    expect(empty.form).toMatch(/ enctype="multipart\/form-data"/i);

    const file = pdf(new Uint8Array(samplePdf({ text: "Delega firmata" })));
    const silent = await empty.write({ text: " ", file, _send: "" });
    expect(silent.status, silent.text).toBe(303);
    const first = silent.answer.headers.get("location");
    expect(first).toBe(`${mine}?rifiuto=message_empty#scrivi`);
    const mended = await messageForm(draft, first);
    expect(mended.page).toMatch(/<title>Errore:/);
    expect(mended.page).toContain("Scrivi il messaggio prima di inviarlo.");
    // The file that came along waits in the form.
    expect(mended.form).toContain("delega.pdf");

    const words = `Ecco la delega di "Ada" & <Bice>.\n`;
    const long = words + "x".repeat(4000);
    const refused = await mended.write({ text: long, _send: "" });
    const kept = await messageForm(draft, refused.answer.headers.get("location"));
    expect(kept.page).toContain("al massimo 4000 caratteri");
    expect(kept.text).toContain("Ecco la delega di &quot;Ada&quot; &amp; &lt;Bice&gt;.\nxxx");
    expect(kept.text.length).toBeGreaterThan(4000);
    expect(kept.form).toContain("delega.pdf");

    const done = await kept.write({ text: words, _send: "" });
    const last = done.answer.headers.get("location");
    expect(last).toBe(`${mine}?fatto=messaggio#messaggi`);
    // The Back button and once more: it is one message.
    await kept.write({ text: words, _send: "" });
    const { page, text } = await messageForm(draft, last);
    expect(page).toContain("Messaggio inviato.");
    expect(text).toBe("");
    const { rows } = await site.database.owner.query(
      `select m.text, m.side, array(select f.name from thread_file f where f.message_id = m.id) as files
       from thread_message m where m.application_id = $1`,
      [draft.applicationId],
    );
    expect(rows).toEqual([{ text: words.trim(), side: "applicant", files: ["delega.pdf"] }]);
  });
});

describe("verification", () => {
  test("of too many files or codes in a minute is a page that says when, with 429", async () => {
    const file = new FormData();
    file.append("file", pdf(new Uint8Array(samplePdf())), "a.pdf");
    file.append("locale", "it");
    const first = await post(routes.compareFile(), file, { from: routes.verify() });
    expect(first.status).toBe(303);
    const ask = (path: string) =>
      fetch(site.origin + path, { headers: { accept: "text/html" }, redirect: "manual" });
    const answers: Response[] = [];
    for (let at = 0; at < 31; at += 1) answers.push(await ask("/verifica/CT-0000"));
    const last = answers.at(-1);
    expect(last?.status, site.log()).toBe(429);
    expect(Number(last?.headers.get("retry-after"))).toBeGreaterThan(0);
    const page = await last?.text();
    expect(page).toContain("<h1");
    expect(page).toMatch(/[Tt]roppe/);
    expect(answers[0]?.status).toBe(200);
    const refused = await post(routes.compareFile(), file, { from: `/en${routes.verify()}` });
    expectPage(refused, 429);
    expect(refused.text).toContain("Too many attempts in a short time");
    expect(refused.text).toContain(`href="/en${routes.verify()}"`);
    await site.database.owner.query("delete from rate_limit");
    expect((await ask(routes.verify())).headers.get("retry-after")).toBeNull();
  });

  test("of a file that is larger than any document finds none", async () => {
    const file = new FormData();
    file.append("file", pdf(new Uint8Array(16 * 1024 * 1024)), "a.pdf");
    const { answer } = await post(routes.compareFile(), file, { from: `/en${routes.verify()}` });
    expect(answer.headers.get("location")).toBe(`/en${routes.verify()}?impronta=troppo-grande`);
  });
});

test("a link to a file that is not there is a page too", async () => {
  const answer = await fetch(`${site.origin}/api/allegati/0197a000-0000-7000-8000-000000000001`, {
    headers: { accept: "text/html" },
  });
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain("<h1>Questa pagina non c’è</h1>");
});

import { beforeAll, describe, expect, test } from "vitest";
import { sessionCookie } from "@/lib/auth/cookies";
import { routes } from "@/lib/routes";
import { type PreparedDraft, prepareDrafts } from "../support/prepared-drafts";
import { samplePdf } from "../support/sample-files";
import { testSite } from "../support/server";

// Plain forms as a browser without scripts posts them: whatever is refused comes back as a page
// that says so, and nothing that was typed is lost.

const site = await testSite({ without: ["worker"] });
let drafts: PreparedDraft[] = [];
beforeAll(async () => {
  drafts = await prepareDrafts(site.database.app, 4);
});

function draftAt(at: number): PreparedDraft {
  const draft = drafts[at];
  if (!draft) throw new Error("no draft");
  return draft;
}

type Post = { session?: string; accept?: string; from?: string };

/** Posts a form as a browser does: its origin, the page it stood on, and an answer to be read. */
async function post(path: string, body: FormData | URLSearchParams, given: Post = {}) {
  const { session = "", accept = "text/html,application/xhtml+xml,*/*;q=0.8" } = given;
  const answer = await fetch(site.origin + path, {
    method: "POST",
    body,
    redirect: "manual",
    headers: {
      ...{ accept, origin: site.origin, cookie: `${sessionCookie().name}=${session}` },
      referer: site.origin + (given.from ?? "/"),
    },
  });
  return { answer, status: answer.status, text: await answer.text() };
}

/** The page of the answers, with a file beside them. */
function answersWith(file: Blob | undefined, name = "Circolo Arci Pontedera"): FormData {
  const form = new FormData();
  for (const id of ["legalNature", "name"]) form.append("_shown", id);
  form.append("_rev.organisation", "1");
  form.append("_upload", "paper");
  form.append("step", "dati-generali");
  form.append("legalNature", "aps");
  if (file) form.append("_file.paper", file, "delega.pdf");
  // After the file, as further questions of a page would be.
  form.append("name", name);
  return form;
}

const pdf = (bytes: Uint8Array<ArrayBuffer>) => new Blob([bytes], { type: "application/pdf" });

async function storedName({ applicationId }: PreparedDraft): Promise<string | undefined> {
  const { rows } = await site.database.owner.query<{ name: string }>(
    `select answers ->> 'name' as name from application_section
     where application_id = $1 and section_id = 'organisation'`,
    [applicationId],
  );
  return rows[0]?.name;
}

function expectPage({ answer, text }: Awaited<ReturnType<typeof post>>, status: number): void {
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

describe("the sending of a candidacy", () => {
  const sending = (draft: PreparedDraft, token = draft.token) =>
    new URLSearchParams({
      ...{ _token: token, _key: `key-${draft.applicationId}`, _content: draft.content },
      ...{ _locale: "it", truth: "on" },
    });

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
    const again = await post(path, new URLSearchParams(pairsIn(refused.text)), draft);
    expect(again.answer.headers.get("location")).toBe(routes.applicationSent(draft.applicationId));
  });

  test("after the session has ended leads to the sign-in and back, with what was ticked", async () => {
    const draft = draftAt(1);
    const path = `/en${routes.applicationSubmit(draft.applicationId)}`;
    const { answer } = await post(path, sending(draft));
    expect(answer.status).toBe(303);
    const summary = `${routes.applicationStep(draft.applicationId, "riepilogo")}?si=truth`;
    expect(answer.headers.get("location")).toBe(`/en${routes.signIn(summary)}`);
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

/** The names and values of the hidden fields of a page. */
function pairsIn(page: string): [string, string][] {
  const plain = (text = "") =>
    text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  return [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(
    ([, name, value]) => [plain(name), plain(value)],
  );
}

function postedBack(page: string): FormData {
  expect(page).toContain('enctype="multipart/form-data"');
  const form = new FormData();
  for (const [name, value] of pairsIn(page)) form.append(name, value);
  return form;
}

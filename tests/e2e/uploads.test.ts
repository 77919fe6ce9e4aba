import { rmSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sha256 } from "@/lib/platform/digest";
import { routes } from "@/lib/routes";
import { FakeClamd } from "../support/fake-clamd";
import { type PreparedDraft, prepareDrafts } from "../support/prepared-drafts";
import { eicar, emptyZip, objectStreamBomb, samplePdf } from "../support/sample-files";
import { testSite } from "../support/server";
import { fileStorageAt } from "../support/stored-file";
import { httpSender } from "../support/submit-over-http";
import { type HttpFile, postMessage, uploadsOver } from "../support/upload-over-http";
import { pdfOf, storedBelow } from "../support/uploads";

// Files as they come over the network: sockets that are cut, bodies that never end, and what people
// and programs with bad intent send. Through the real route, in both ways it is reached.

const clamd = await FakeClamd.down();
await clamd.start();
afterAll(() => clamd.stop());
const site = await testSite({ without: ["worker"], env: { CLAMD_URL: clamd.url } });
let drafts: PreparedDraft[] = [];
beforeAll(async () => {
  drafts = await prepareDrafts(site.database.app, 6);
});

function draftAt(at: number): PreparedDraft {
  const draft = drafts[at];
  if (!draft) throw new Error("no draft");
  return draft;
}

async function attachedTo({ applicationId }: PreparedDraft) {
  const { rows } = await site.database.owner.query<{ name: string; hash: string; state: string }>(
    "select name, file_hash as hash, state from attachment where application_id = $1 order by created_at",
    [applicationId],
  );
  return rows;
}

/** Stored by a process that died before it could count them. */
async function piecesNobodyCounts(): Promise<string[]> {
  const { rows } = await site.database.owner.query<{ name: string }>(
    "select 'pieces/' || unnest(pieces) as name from upload",
  );
  return piecesLeft().filter((piece) => !rows.some(({ name }) => name === piece));
}

const piecesLeft = () => storedBelow(site.files).filter((name) => name.startsWith("pieces/"));

test("a connection that is cut at 10, 50 and 99 % makes one file in the end, with the same digest", async () => {
  const draft = draftAt(0);
  const bytes = pdfOf(6 * 1024 * 1024, "una delega lunga ");
  const { begin, send, offset, complete } = uploadsOver(site.origin, draft);
  const file = { name: "Delega.pdf", bytes };
  const begun = await begin(file);
  expect(begun.status).toBe(201);
  const path = begun.headers.get("location") ?? "";
  let dead: string[] = [];
  for (const percent of [10, 50, 99]) {
    const before = await offset(path);
    expect(await send(path, bytes, before, Math.floor((bytes.length * percent) / 100))).toBe(
      undefined,
    );
    // What had come before the cut is there a moment later, and none of it is asked for again.
    await expect.poll(() => offset(path)).toBeGreaterThan(before);
    // Nothing is in the memory of the process that took it.
    const there = await offset(path);
    if (percent === 50) {
      await site.kill9("web");
      dead = await piecesNobodyCounts();
      await site.start("web");
      expect(await offset(path)).toBeGreaterThanOrEqual(there);
    }
  }
  // From a page that was loaded again: the same file is the same upload.
  const again = await begin(file);
  expect(again.headers.get("location")).toBe(path);
  for (let at = await offset(path); at < bytes.length; at = await offset(path)) {
    await send(path, bytes, at);
  }
  const done = await complete(path);
  expect([done.status, done.said.name, done.said.state]).toEqual([200, "Delega.pdf", "clean"]);
  expect((await complete(path)).said).toEqual(done.said);
  expect(await attachedTo(draft)).toEqual([
    { name: "Delega.pdf", hash: sha256(bytes), state: "clean" },
  ]);
  expect(sha256(await fileStorageAt(site.files, sha256(bytes)))).toBe(sha256(bytes));
  // What the dead process had stored and not counted is swept at night.
  expect(piecesLeft()).toEqual(dead);
  for (const name of dead) rmSync(join(site.files, name));
});

describe("what is refused with its reason, whichever way it comes", () => {
  const hostile: readonly [string, HttpFile][] = [
    ["file_bomb", { name: "bomba.pdf", bytes: samplePdf({ objects: objectStreamBomb() }) }],
    ["file_polyglot", { name: "due.pdf", bytes: Buffer.concat([samplePdf(), emptyZip]) }],
    [
      "file_active_content",
      { name: "a.pdf", bytes: samplePdf({ catalog: "/OpenAction << /S /JavaScript /JS (1) >>" }) },
    ],
    ["file_type_mismatch", { name: "eicar.pdf", bytes: eicar }],
    ["file_infected", { name: "virus.pdf", bytes: samplePdf({ text: "VIRUS" }) }],
    ["file_empty", { name: "vuoto.pdf", bytes: Buffer.alloc(0) }],
    ["file_name_hostile", { name: "..\\..\\delega.pdf", bytes: samplePdf() }],
    ["file_name_hostile", { name: "delega\u202Efdp.exe.pdf", bytes: samplePdf() }],
  ];

  test.each(hostile)("%s", async (reason, file) => {
    const draft = draftAt(1);
    const { begin, send, complete } = uploadsOver(site.origin, draft);
    const begun = await begin(file);
    if (begun.status === 201) {
      const path = begun.headers.get("location") ?? "";
      await send(path, file.bytes, 0);
      expect(await complete(path)).toMatchObject({ status: 409, reason });
      expect(await complete(path)).toMatchObject({ status: 409, reason });
    } else expect(begun).toMatchObject({ status: 409, reason });
    expect((await asForm(draftAt(2), file)).headers.get("location")).toContain(`rifiuto=${reason}`);
    expect([...(await attachedTo(draft)), ...(await attachedTo(draftAt(2)))]).toEqual([]);
    expect(piecesLeft()).toEqual([]);
  });

  test("a file of four gigabytes: announced, sent beyond what was announced, or as a form", async () => {
    const { begin, headers } = uploadsOver(site.origin, draftAt(3));
    const large = { name: "grande.pdf", bytes: samplePdf() };
    expect(await begin(large, 4 * 1024 ** 3)).toMatchObject({
      status: 413,
      reason: "file_too_large",
    });
    const path = (await begin(large, 900_000)).headers.get("location") ?? "";
    const patched = await endless(path, {
      ...headers,
      ...{ "content-type": "application/offset+octet-stream", "upload-offset": "0" },
    });
    expect([patched.status, JSON.parse(patched.text).reason]).toEqual([413, "file_too_large"]);
    const posted = await endless(
      routes.applicationFiles(draftAt(3).applicationId),
      { ...headers, "content-type": "multipart/form-data; boundary=x" },
      '--x\r\ncontent-disposition: form-data; name="_file.a"; filename="a.pdf"\r\n\r\n',
    );
    expect([posted.status, JSON.parse(posted.text).reason]).toEqual([413, "file_too_large"]);
    const read = await endless(
      routes.applicationFiles(draftAt(3).applicationId),
      {
        ...{ ...headers, accept: "text/html", "content-type": "multipart/form-data; boundary=x" },
        "content-length": String(300 * 1024 * 1024),
      },
      '--x\r\ncontent-disposition: form-data; name="_file.a"; filename="a.pdf"\r\n\r\n',
    );
    expect([read.status, read.text]).toEqual([413, expect.stringContaining("al massimo 10 MB")]);
    const message = routes.applicationMessages(draftAt(3).applicationId);
    const stranger = await endless(
      message,
      {
        ...{ ...headers, cookie: "", "content-type": "multipart/form-data; boundary=x" },
      },
      '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n',
    );
    expect([stranger.status, JSON.parse(stranger.text).code]).toEqual([401, "unauthenticated"]);
    for (const { sent } of [patched, posted, read, stranger])
      expect(sent).toBeLessThan(80 * 1024 * 1024);
    expect((await fetch(`${site.origin}/api/ready`)).status, site.log()).toBe(200);
    expect(await attachedTo(draftAt(3))).toEqual([]);
  });

  test("an upload of somebody else, without a session, by another site or in another language of tus", async () => {
    const mine = uploadsOver(site.origin, draftAt(4));
    const bytes = samplePdf();
    const path = (await mine.begin({ name: "mio.pdf", bytes })).headers.get("location") ?? "";
    const other = uploadsOver(site.origin, draftAt(5));
    expect(await other.offset(path)).toBeNaN();
    expect((await other.send(path, bytes, 0))?.status).toBe(404);
    expect((await other.complete(path)).status).toBe(404);
    const asked = (headers: Record<string, string>) =>
      fetch(site.origin + path, { method: "HEAD", headers: { ...mine.headers, ...headers } });
    expect((await asked({ cookie: "" })).status).toBe(401);
    expect((await asked({ origin: "https://altrove.example" })).status).toBe(404);
    const nowhere = `${site.origin}${routes.uploads("mia")}`;
    expect((await fetch(nowhere, { method: "POST", headers: mine.headers })).status).toBe(404);
    const old = await asked({ "tus-resumable": "0.2.2" });
    expect([old.status, old.headers.get("tus-version")]).toEqual([412, "1.0.0"]);
    expect((await mine.cancel(path)).status).toBe(204);
    expect(await mine.offset(path)).toBeNaN();
  });
});

test("a message with a file: its text comes back where the session has ended, its file stays when the text is refused", async () => {
  const draft = draftAt(2);
  const stranger = await postMessage(site.origin, draft, "Ecco la delega", { cookie: "" });
  expect([stranger.status, await stranger.text()]).toEqual([
    401,
    expect.stringContaining("Ecco la delega"),
  ]);
  const sender = httpSender(site.origin, 1);
  expect((await sender.submit(draft)).status).toBe(303);
  sender.close();
  const refused = await postMessage(site.origin, draft, " ");
  expect([refused.status, refused.headers.get("location")]).toEqual([
    303,
    `${routes.myApplication(draft.applicationId)}?rifiuto=message_empty#scrivi`,
  ]);
  const { rows } = await site.database.owner.query(
    "select name, message_id from thread_file where application_id = $1",
    [draft.applicationId],
  );
  expect(rows).toEqual([{ name: "delega.pdf", message_id: null }]);
});

/** A plain form with a file, as a browser without scripts posts it. */
function asForm(draft: PreparedDraft, { name, type = "application/pdf", bytes }: HttpFile) {
  const form = new FormData();
  form.append("_upload", "paper");
  form.append("step", "dati-generali");
  form.append("_file.paper", new Blob([new Uint8Array(bytes)], { type }), name);
  return fetch(site.origin + routes.applicationFiles(draft.applicationId), {
    ...{ method: "POST", body: form, redirect: "manual" },
    headers: { ...uploadsOver(site.origin, draft).headers, accept: "text/html" },
  });
}

/** Sends for as long as it is listened to, without saying how much it will be. */
function endless(path: string, headers: Record<string, string>, head = "") {
  return new Promise<{ status: number; text: string; sent: number }>((resolve, reject) => {
    const method = head ? "POST" : "PATCH";
    const sending = request(site.origin + path, { method, headers });
    const part = Buffer.alloc(256 * 1024, 65);
    let sent = 0;
    let answered = false;
    const more = () => {
      while (!answered && sent < 4 * 1024 ** 3) {
        sent += part.length;
        if (!sending.write(part)) return;
      }
    };
    sending.on("drain", more);
    sending.on("error", (error) => answered || reject(error));
    sending.on("response", async (answer) => {
      answered = true;
      const parts: Buffer[] = [];
      for await (const one of answer) parts.push(one as Buffer);
      sending.destroy();
      resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString(), sent });
    });
    if (head) sending.write(head);
    more();
  });
}

import { createServer } from "node:net";
import { text } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { scopedDatabase } from "@/db/client";
import { attachment } from "@/db/schema/applications";
import { fileObject } from "@/db/schema/files";
import { issuedDocument } from "@/db/schema/register";
import { attachFile } from "@/lib/applications/commands/attach-file";
import { removeFile } from "@/lib/applications/commands/remove-file";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import type { ReceiptView } from "@/lib/applications/core/receipt-view";
import { attachmentToOpen } from "@/lib/applications/queries/attachment-to-open";
import { receiveUpload } from "@/lib/files/receive-upload";
import { scanFile } from "@/lib/files/scan-file";
import { fileStorage } from "@/lib/files/storage";
import { Refused } from "@/lib/kernel/errors";
import {
  bodyCode,
  completeDraft,
  confirmation,
  openCall,
  somebody,
} from "../../support/applications";
import { testDatabase } from "../../support/database";
import { samplePdf } from "../../support/sample-files";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");

const file = (name: string, content = name) => ({
  name,
  declaredType: "application/pdf",
  bytes: samplePdf({ text: content }),
});

async function draft(number: number) {
  const applicant = await somebody(db);
  const { callId } = await openCall(applicant.ctx);
  const id = await completeDraft(applicant, callId, { code: bodyCode(number) });
  const attach = (name: string, content?: string) =>
    attachFile(applicant.ctx, { applicationId: id, fieldId: "paper", file: file(name, content) });
  return { ...applicant, id, attach };
}

describe("files of a draft", () => {
  test("are stored once by content, listed on the receipt, and opened by their author alone", async () => {
    const { ctx, id, attach } = await draft(1);
    const first = await attach("delega.pdf");
    expect(await attach("delega.pdf")).toEqual(first);
    const sent = await submitApplication(ctx, await confirmation(ctx, id));
    const [receipt] = await db
      .select()
      .from(issuedDocument)
      .where(eq(issuedDocument.id, sent.receiptId));
    expect((receipt?.view as ReceiptView | undefined)?.files).toEqual([
      { name: "delega.pdf", size: first.size, sha256: first.sha256 },
    ]);
    const open = await attachmentToOpen(ctx, first.id);
    const content = await fileStorage().open(open.sha256);
    expect(content && (await text(content))).toContain("delega.pdf");
    const stranger = await somebody(db, "Eva");
    await expect(attachmentToOpen(stranger.ctx, first.id)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(
      removeFile(ctx, { applicationId: id, attachmentId: first.id }),
    ).rejects.toMatchObject({ reason: "wrong_state" });
  });

  test("one that is still scanned opens for nobody and stops no sending", async () => {
    const { ctx, id, attach } = await draft(2);
    const { id: attachmentId } = await attach("in-coda.pdf");
    await db.update(attachment).set({ state: "scanning" }).where(eq(attachment.id, attachmentId));
    await expect(attachmentToOpen(ctx, attachmentId)).rejects.toMatchObject({
      reason: "attachment_not_ready",
    });
    await submitApplication(ctx, await confirmation(ctx, id));
  });

  test("no more than the form allows, also when they come at once", async () => {
    const { ctx, id, attach } = await draft(3);
    const results = await Promise.allSettled(
      ["a", "b", "c", "d", "e"].map((name) => attach(`${name}.pdf`)),
    );
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(3);
    await removeFile(ctx, {
      applicationId: id,
      attachmentId:
        (await db.select().from(attachment).where(eq(attachment.applicationId, id)))[0]?.id ?? "",
    });
    await attach("f.pdf");
  });

  test("a disk that is full refuses clearly and leaves no row", async () => {
    const { id, attach } = await draft(4);
    const put = vi.spyOn(fileStorage(), "put").mockRejectedValue(new Refused("storage_full"));
    const before = await db.$count(fileObject);
    await expect(attach("pieno.pdf", "mai visto")).rejects.toMatchObject({
      reason: "storage_full",
    });
    put.mockRestore();
    expect(await db.$count(attachment, eq(attachment.applicationId, id))).toBe(0);
    expect(await db.$count(fileObject)).toBe(before);
  });
});

describe("the scanner", () => {
  async function scanner(answer: string): Promise<{ url: string; close: () => void }> {
    const server = createServer((socket) => {
      socket.on("data", (part) => {
        if (part.subarray(-4).equals(Buffer.alloc(4))) socket.end(`${answer}\0`);
      });
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    return { url: `tcp://127.0.0.1:${port}`, close: () => server.close() };
  }

  test.each([
    ["stream: OK", "clean"],
    ["stream: Eicar-Test-Signature FOUND", "infected"],
    ["INSTREAM size limit exceeded. ERROR", "scanning"],
  ])("%s means %s", async (answer, state) => {
    const { url, close } = await scanner(answer);
    expect(await scanFile(Buffer.alloc(200_000, 1), url)).toBe(state);
    close();
  });

  test("that is down keeps files closed; none at all says so", async () => {
    expect(await scanFile(Buffer.from("x"), "tcp://127.0.0.1:1")).toBe("scanning");
    expect(await scanFile(Buffer.from("x"), undefined)).toBe("notScanned");
  });
});

describe("an upload", () => {
  const post = (body: FormData | ReadableStream, headers: Record<string, string> = {}) =>
    new Request("http://localhost/", {
      method: "POST",
      body,
      headers,
      duplex: "half",
    } as RequestInit);

  test("gives the file that was chosen among several fields, and the answers beside it", async () => {
    const form = new FormData();
    form.append("why", "perché no");
    form.append("_file.a", new File([], ""));
    form.append("_file.b", new File(["ciao"], "b.pdf", { type: "application/pdf" }));
    const { fields, file: got } = await receiveUpload(post(form));
    expect(fields.get("why")).toBe("perché no");
    expect(got).toMatchObject({ name: "b.pdf", declaredType: "application/pdf" });
    expect(got?.bytes.toString()).toBe("ciao");
  });

  test("of four gigabytes is stopped at the limit, however it is announced", async () => {
    const announced = post(new FormData(), { "content-length": String(4 * 1024 ** 3) });
    announced.headers.set("content-type", "multipart/form-data; boundary=x");
    await expect(receiveUpload(announced)).rejects.toMatchObject({ reason: "file_too_large" });
    const head = '--x\r\ncontent-disposition: form-data; name="_file.a"; filename="a.pdf"\r\n\r\n';
    // A plain form is read on a little, for the answers that may follow, but not for ever.
    for (const [keepFields, megabytes] of [
      [false, 40],
      [true, 90],
    ] as const) {
      let given = 0;
      const endless = new ReadableStream({
        pull(controller) {
          controller.enqueue(given === 0 ? Buffer.from(head) : Buffer.alloc(1024 * 1024));
          given += 1;
        },
      });
      const streaming = post(endless, { "content-type": "multipart/form-data; boundary=x" });
      await expect(receiveUpload(streaming, { keepFields })).rejects.toMatchObject({
        reason: "file_too_large",
      });
      expect(given).toBeLessThan(megabytes);
    }
  });
});

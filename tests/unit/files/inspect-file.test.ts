import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { inspectFile } from "@/lib/files/inspect-file";
import { sha256 } from "@/lib/platform/digest";
import {
  emptyZip,
  objectStream,
  objectStreamBomb,
  samplePdf,
  samplePicture,
  signedEnvelope,
} from "../../support/sample-files";

const inspect = (name: string, declaredType: string, bytes: Buffer) =>
  inspectFile({ name, declaredType, bytes });
const pdf = (bytes: Buffer, name = "delega.pdf") => inspect(name, "application/pdf", bytes);

describe("files that are taken", () => {
  test("a PDF keeps its bytes and gets their digest", async () => {
    const bytes = samplePdf();
    expect(await pdf(bytes)).toEqual({
      name: "delega.pdf",
      mediaType: "application/pdf",
      bytes,
      sha256: sha256(bytes),
    });
  });

  test.each([
    ["a destination", "/OpenAction [3 0 R /XYZ null null 0]", ""],
    ["a go-to action", "/OpenAction << /S /GoTo /D [3 0 R /Fit] >>", ""],
    ["a destination by reference", "/OpenAction 8 0 R", "8 0 obj\n[3 0 R /Fit]\nendobj"],
    ["a destination in an object stream", "/OpenAction 8 0 R", objectStream(8, "[3 0 R /Fit]")],
  ])("a PDF that opens at a page: %s", async (_, catalog, objects) => {
    await expect(pdf(samplePdf({ catalog, objects }))).resolves.toBeDefined();
  });

  test("a PDF that speaks of scripts without having any", async () => {
    await expect(pdf(samplePdf({ text: "JavaScript e Launch" }))).resolves.toBeDefined();
  });

  test.each(["jpeg", "png"] as const)("a %s is drawn anew, without its metadata", async (type) => {
    const bytes = await samplePicture(type);
    expect((await sharp(bytes).metadata()).exif).toBeDefined();
    const taken = await inspect(`foto.${type}`, `image/${type}`, bytes);
    expect((await sharp(taken.bytes).metadata()).exif).toBeUndefined();
    expect(taken.bytes.includes("Garibaldi")).toBe(false);
    expect(taken.sha256).toBe(sha256(taken.bytes));
  });

  test("what is glued to a picture stays behind", async () => {
    const bytes = Buffer.concat([await samplePicture(), Buffer.from("<script>alert(1)</script>")]);
    const taken = await inspect("foto.jpg", "image/jpeg", bytes);
    expect(taken.bytes.includes("<script>")).toBe(false);
  });

  test("a signed envelope", async () => {
    const bytes = signedEnvelope(samplePdf());
    const taken = await inspect("delega.pdf.p7m", "application/pkcs7-mime", bytes);
    expect(taken.mediaType).toBe("application/pkcs7-mime");
  });

  test.each(["Statuto dell’associazione è qui.pdf", "Statutul organizației.pdf", "وثيقة.pdf"])(
    "a name in any language: %s",
    async (name) => {
      expect((await pdf(samplePdf(), name)).name).toBe(name.normalize("NFC"));
    },
  );
});

describe("files that are refused", () => {
  test.each([
    ["JavaScript", "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>", ""],
    ["an escaped name", "/OpenAction << /S /J#61vaScript /J#53 (1) >>", ""],
    ["a launch", "/AA << /O << /S /Launch /F (cmd.exe) >> >>", ""],
    ["an embedded file", "/Names << /EmbeddedFiles 8 0 R >>", ""],
    [
      "an action by reference",
      "/OpenAction 8 0 R",
      "8 0 obj\n<< /S /URI /URI (http://x) >>\nendobj",
    ],
    ["an action nobody can find", "/OpenAction 8 0 R", ""],
    ["JavaScript in an object stream", "", objectStream(8, "<< /S /JavaScript /JS (1) >>")],
    ["a short name in an object stream", "", objectStream(8, "<< /JS (1) >>")],
  ])("an active PDF: %s", async (_, catalog, objects) => {
    await expect(pdf(samplePdf({ catalog, objects }))).rejects.toMatchObject({
      reason: "file_active_content",
    });
  });

  test("an active PDF inside a signature", async () => {
    const bytes = signedEnvelope(samplePdf({ catalog: "/Names << /JavaScript 8 0 R >>" }));
    await expect(inspect("x.pdf.p7m", "application/pkcs7-mime", bytes)).rejects.toMatchObject({
      reason: "file_active_content",
    });
  });

  test.each([
    ["file_encrypted", samplePdf({ objects: "trailer\n<< /Encrypt 7 0 R >>" })],
    ["file_bomb", samplePdf({ objects: objectStreamBomb() })],
    ["file_polyglot", Buffer.concat([samplePdf(), emptyZip])],
    ["file_polyglot", Buffer.concat([samplePdf(), Buffer.from("<html><script>1</script>")])],
    ["file_polyglot", samplePdf({ objects: "% <script>" })],
    ["file_damaged", samplePdf().subarray(0, 200)],
    ["file_type_mismatch", emptyZip],
    ["file_type_mismatch", Buffer.from("MZ not a pdf at all")],
    ["file_empty", Buffer.alloc(0)],
    ["file_too_large", Buffer.concat([samplePdf(), Buffer.alloc(10 * 1024 * 1024)])],
  ])("%s", async (reason, bytes) => {
    await expect(pdf(bytes)).rejects.toMatchObject({ reason });
  });

  test("a picture of too many pixels", async () => {
    const bytes = await sharp({
      create: { width: 12_000, height: 9_000, channels: 3, background: "#fff" },
    })
      .png()
      .toBuffer();
    await expect(inspect("foto.png", "image/png", bytes)).rejects.toMatchObject({
      reason: "file_bomb",
    });
  });

  test.each([
    ["file_type_not_allowed", "programma.exe", "application/octet-stream"],
    ["file_type_not_allowed", "senza-estensione", "application/pdf"],
    ["file_type_mismatch", "foto.png", "image/png"],
    ["file_type_mismatch", "delega.pdf", "text/html"],
  ])("%s: %s declared %s", async (reason, name, type) => {
    await expect(inspect(name, type, samplePdf())).rejects.toMatchObject({ reason });
  });

  test.each([
    "../../etc/passwd.pdf",
    "C:\\documenti\\delega.pdf",
    "delega\u202Efdp.exe.pdf",
    "delega\u0000.pdf",
    "nul.pdf",
    ".pdf",
    " ",
    "<img src=x>.pdf",
    `${"a".repeat(200)}.pdf`,
  ])("a hostile name: %j", async (name) => {
    await expect(pdf(samplePdf(), name)).rejects.toMatchObject({ reason: "file_name_hostile" });
  });
});

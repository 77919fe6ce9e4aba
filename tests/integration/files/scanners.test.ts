import { createHash } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { scanFile, scannerAnswers } from "@/lib/files/scan-file";
import { FakeClamd } from "../../support/fake-clamd";
import { clamdProgram, startClamd } from "../../support/real-clamd";
import { eicar, samplePdf } from "../../support/sample-files";
import { pdfOf } from "../../support/uploads";

const MEGABYTE = 1024 * 1024;

/** A word of ours inside any file (.ndb), and EICAR as a whole by its digest (.hdb). */
const signatures = {
  "cantieri.ndb": `Cantieri.Test.Word:0:*:${Buffer.from("VIRUS").toString("hex")}`,
  "cantieri.hdb": `${createHash("md5").update(eicar).digest("hex")}:${eicar.length}:Eicar-Test-Signature`,
};

type Scanner = { url: string; stop(): Promise<void> };

async function standIn(): Promise<Scanner> {
  const clamd = await FakeClamd.down();
  await clamd.start();
  return clamd;
}

// The stand-in of the other tests does what the real one does: each of these is asked of both.
const program = clamdProgram();
const scanners: [string, () => Promise<Scanner>][] = [["the stand-in", standIn]];
if (program) scanners.push(["clamd", () => startClamd(program, signatures, 11 * MEGABYTE)]);
else console.warn("clamd is not installed here: the scanner was tested with its stand-in only");

describe.each(scanners)("%s", async (_, start) => {
  const scanner = await start();
  let running = true;
  const stop = async () => {
    if (running) await scanner.stop();
    running = false;
  };
  afterAll(stop);

  test("lets a document pass, also one of ten megabytes", async () => {
    expect(await scannerAnswers(scanner.url)).toBe(true);
    expect(await scanFile(samplePdf(), scanner.url)).toBe("clean");
    expect(await scanFile(pdfOf(10 * MEGABYTE - 2000, "delega "), scanner.url)).toBe("clean");
  });

  test("finds EICAR, and a word of ours in the middle of a document", async () => {
    expect(await scanFile(eicar, scanner.url)).toBe("infected");
    const marked = samplePdf({ text: `${"a".repeat(MEGABYTE)} VIRUS` });
    expect(await scanFile(marked, scanner.url)).toBe("infected");
  });

  test("scans many at once, each with its own answer", async () => {
    const files = Array.from({ length: 12 }, (_unused, at) => at % 3 === 0);
    const answers = await Promise.all(
      files.map((bad, at) =>
        scanFile(samplePdf({ text: `${at} ${bad ? "VIRUS" : ""}` }), scanner.url),
      ),
    );
    expect(answers).toEqual(files.map((bad) => (bad ? "infected" : "clean")));
  });

  test("comes to no result on what is longer than it takes, and when it is gone", async () => {
    expect(await scanFile(Buffer.alloc(12 * MEGABYTE, 65), scanner.url)).toBe("scanning");
    await stop();
    expect(await scannerAnswers(scanner.url)).toBe(false);
    expect(await scanFile(samplePdf(), scanner.url)).toBe("scanning");
  });
});

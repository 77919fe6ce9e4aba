import { Readable } from "node:stream";
import { Busboy, type BusboyFileStream } from "@fastify/busboy";
import { InvalidInput, Refused } from "@/lib/kernel/errors";
import { type FileRefusal, fileLimits } from "./core/limits";
import type { ArrivedFile } from "./inspect-file";

/** Room for the answers that are sent along, where a browser runs no scripts. */
const FIELDS_BYTES = 1024 * 1024;

/** So much of what is not taken is read on, for the answers that may come after it. */
const PASSED_OVER_BYTES = 60 * 1024 * 1024;

export type Upload = {
  fields: FormData;
  file: ArrivedFile | undefined;
  /** Why there is no file, where the fields were read on all the same. */
  refusal?: FileRefusal;
};

/**
 * Reads a multipart request as it flows in: of a file of four gigabytes no more than the allowed
 * part ever reaches memory. Takes one file and the text fields. A file that is too large ends it at
 * once, or, with `keepFields`, is passed over: the answers of a plain form are worth more than it.
 * With `fieldsOnly` every file is, up to the size that would be taken.
 */
export async function receiveUpload(
  request: Request,
  { keepFields = false, fieldsOnly = false } = {},
): Promise<Upload> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data") || !request.body) {
    throw new InvalidInput({ file: "file_missing" });
  }
  const announced = Number(request.headers.get("content-length") ?? 0);
  const most =
    keepFields && !fieldsOnly ? PASSED_OVER_BYTES : fileLimits.fileBytes + 2 * FIELDS_BYTES;
  if (announced > most) throw new Refused("file_too_large");
  // The two declarations of a web stream (of Node and of the browser) differ only in their names.
  const body = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]);
  try {
    return await parse(body, type, { keepFields, fieldsOnly, most });
  } finally {
    body.destroy();
  }
}

function parse(
  body: Readable,
  type: string,
  { keepFields, fieldsOnly, most }: { keepFields: boolean; fieldsOnly: boolean; most: number },
): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const upload: Upload = { fields: new FormData(), file: undefined };
    const parser = new Busboy({
      headers: { "content-type": type },
      // Names arrive whole, path and all: a hostile one is refused, not mended.
      preservePath: true,
      limits: {
        files: 20,
        fileSize: fileLimits.fileBytes + 1,
        fields: 500,
        fieldSize: FIELDS_BYTES,
      },
    });
    const collecting: Promise<void>[] = [];
    let room = FIELDS_BYTES;
    parser.on("field", (name, value) => {
      room -= name.length + value.length;
      if (room < 0) reject(new Refused("file_too_large"));
      else upload.fields.append(name, value);
    });
    parser.on("file", (_field, stream, name, _encoding, declaredType) => {
      if (fieldsOnly) return void stream.resume();
      const collected = collect(stream).then((bytes) => {
        if (!bytes && !keepFields) throw new Refused("file_too_large");
        if (!bytes) upload.refusal = "file_too_large";
        // A page may have several file fields; those left empty come nameless and without bytes.
        else if (name || bytes.length > 0) upload.file = { name: name ?? "", declaredType, bytes };
      });
      collected.catch(reject);
      collecting.push(collected);
    });
    parser.on("error", () => reject(new InvalidInput({ file: "file_missing" })));
    parser.on("finish", () => void Promise.all(collecting).then(() => resolve(upload), reject));
    body.on("error", reject);
    let passed = 0;
    body.on("data", (part: Buffer) => {
      passed += part.length;
      if (passed > most) reject(new Refused("file_too_large"));
    });
    body.pipe(parser);
  });
}

/** The bytes of a file, or undefined of one that is too large: the parser passes over the rest. */
async function collect(stream: BusboyFileStream): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= fileLimits.fileBytes) parts.push(part);
  }
  return size > fileLimits.fileBytes ? undefined : Buffer.concat(parts);
}

import { Readable } from "node:stream";
import { Busboy, type BusboyFileStream } from "@fastify/busboy";
import { InvalidInput, Refused } from "@/lib/kernel/errors";
import { fileLimits } from "./core/limits";
import type { ArrivedFile } from "./inspect-file";

/** Room for the answers that are sent along, where a browser runs no scripts. */
const FIELDS_BYTES = 1024 * 1024;

export type Upload = { fields: FormData; file: ArrivedFile | undefined };

/**
 * Reads a multipart request as it flows in and stops at the limit: of a file of four gigabytes
 * no more than the allowed part ever reaches memory. Takes one file and the text fields.
 */
export async function receiveUpload(request: Request): Promise<Upload> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data") || !request.body) {
    throw new InvalidInput({ file: "file_missing" });
  }
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > fileLimits.fileBytes + 2 * FIELDS_BYTES) throw new Refused("file_too_large");
  // The two declarations of a web stream (of Node and of the browser) differ only in their names.
  const body = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]);
  try {
    return await parse(body, type);
  } finally {
    body.destroy();
  }
}

function parse(body: Readable, type: string): Promise<Upload> {
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
    parser.on("field", (name, value) => upload.fields.append(name, value));
    parser.on("file", (_field, stream, name, _encoding, declaredType) => {
      collect(stream, (bytes) => {
        // A page may have several file fields; those left empty come nameless and without bytes.
        if (name || bytes.length > 0) upload.file = { name: name ?? "", declaredType, bytes };
      }).catch(reject);
    });
    parser.on("error", () => reject(new InvalidInput({ file: "file_missing" })));
    parser.on("finish", () => resolve(upload));
    body.on("error", reject);
    body.pipe(parser);
  });
}

async function collect(stream: BusboyFileStream, done: (bytes: Buffer) => void): Promise<void> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > fileLimits.fileBytes) throw new Refused("file_too_large");
    parts.push(part);
  }
  done(Buffer.concat(parts));
}

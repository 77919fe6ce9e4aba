import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { Refused } from "@/lib/kernel/errors";
import { Outage } from "@/lib/platform/outage";
import { pieceName } from "./piece-name";
import type { FileStorage } from "./storage";

export type BucketSettings = {
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** For stores that speak S3 but are not Amazon's; they are addressed by path. */
  endpoint?: string;
  /** Milliseconds of silence, and until an answer begins, after which one attempt is given up. */
  patienceMs?: number;
};

const CONNECT_MS = 3_000;
const PATIENCE_MS = 15_000;
/** What stumbles once is tried again; whoever waits for a page waits for two at most. */
const ATTEMPTS = 2;

/**
 * A bucket that speaks S3. The service checks the content against its SHA-256 on arrival. One that
 * does not answer, or says that it cannot, is an `Outage`; only a missing object is undefined.
 */
export function bucketStorage(settings: BucketSettings): FileStorage {
  const { bucket: Bucket } = settings;
  const client = clientFor(settings);
  const openObject = async (Key: string) => {
    const found = await client.send(new GetObjectCommand({ Bucket, Key })).catch((error) => {
      // A bucket that is missing answers 404 too.
      if (nameOf(error) === "NoSuchKey") return undefined;
      return fail(error);
    });
    return found?.Body instanceof Readable ? found.Body : undefined;
  };
  const removeObject = async (Key: string) => {
    await client.send(new DeleteObjectCommand({ Bucket, Key })).catch(fail);
  };
  return {
    async put(sha256, bytes, mediaType) {
      const ChecksumSHA256 = Buffer.from(sha256, "hex").toString("base64");
      const content = { Body: bytes, ContentType: mediaType, ChecksumSHA256 };
      const command = new PutObjectCommand({ Bucket, Key: keyOf(sha256), ...content });
      await client.send(command).catch(fail);
    },
    open: async (sha256) => openObject(keyOf(sha256)),
    remove: async (sha256) => removeObject(keyOf(sha256)),
    async putPiece(name, bytes) {
      const sum = createHash("sha256").update(bytes).digest("base64");
      const content = { Key: pieceKey(name), Body: bytes, ChecksumSHA256: sum };
      await client.send(new PutObjectCommand({ Bucket, ...content })).catch(fail);
    },
    async readPiece(name) {
      const found = await openObject(pieceKey(name));
      return found && buffer(found).catch(brokenOff);
    },
    removePiece: async (name) => removeObject(pieceKey(name)),
    // An object is there whole or not at all: only pieces are left.
    async sweep(before) {
      for (let more: string | undefined, first = true; first || more; first = false) {
        const page = { Bucket, Prefix: PIECES, ...(more ? { ContinuationToken: more } : {}) };
        const found = await client.send(new ListObjectsV2Command(page)).catch(fail);
        for (const { Key, LastModified } of found.Contents ?? []) {
          if (Key && LastModified && LastModified < before) await removeObject(Key);
        }
        more = found.NextContinuationToken;
      }
    },
  };
}

const PIECES = "pieces/";
const pieceKey = (name: string) => PIECES + pieceName(name);

function clientFor(settings: BucketSettings): S3Client {
  const { region, endpoint, accessKeyId, secretAccessKey, patienceMs = PATIENCE_MS } = settings;
  return new S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: ATTEMPTS,
    // Without these a store that says nothing is waited for without end.
    requestHandler: {
      connectionTimeout: CONNECT_MS,
      requestTimeout: patienceMs,
      throwOnRequestTimeout: true,
      socketTimeout: patienceMs,
    },
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
  });
}

function keyOf(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError("not a SHA-256");
  return `files/${sha256.slice(0, 2)}/${sha256}`;
}

function fail(error: unknown): never {
  const status =
    (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode ?? 0;
  const name = nameOf(error);
  // Of MinIO and of Ceph.
  if (status === 507 || name === "QuotaExceeded") throw new Refused("storage_full");
  if (status >= 500 || name === "TimeoutError") throw new Outage(error);
  throw error;
}

/** The store fell silent in the middle of an object. */
function brokenOff(error: unknown): never {
  throw new Outage(error);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "";
}

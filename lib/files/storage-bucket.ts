import { Readable } from "node:stream";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { Refused } from "@/lib/kernel/errors";
import type { FileStorage } from "./storage";

export type BucketSettings = {
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** For stores that speak S3 but are not Amazon's; they are addressed by path. */
  endpoint?: string;
};

/** A bucket that speaks S3. The service checks the content against its SHA-256 on arrival. */
export function bucketStorage(settings: BucketSettings): FileStorage {
  const { bucket, region, endpoint, accessKeyId, secretAccessKey } = settings;
  const client = new S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 3,
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
  });
  return {
    async put(sha256, bytes, mediaType) {
      const ChecksumSHA256 = Buffer.from(sha256, "hex").toString("base64");
      const content = { Body: bytes, ContentType: mediaType, ChecksumSHA256 };
      await client
        .send(new PutObjectCommand({ Bucket: bucket, Key: keyOf(sha256), ...content }))
        .catch(refuseWhenFull);
    },
    async open(sha256) {
      const found = await client
        .send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(sha256) }))
        .catch(undefinedWhenMissing);
      return found?.Body instanceof Readable ? found.Body : undefined;
    },
    async remove(sha256) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: keyOf(sha256) }));
    },
    // An object is there whole or not at all.
    sweep: async () => undefined,
  };
}

function keyOf(sha256: string): string {
  return `files/${sha256.slice(0, 2)}/${sha256}`;
}

function refuseWhenFull(error: unknown): never {
  const status = statusOf(error);
  if (status === 507) throw new Refused("storage_full");
  throw error;
}

function undefinedWhenMissing(error: unknown): undefined {
  if (statusOf(error) === 404) return undefined;
  throw error;
}

function statusOf(error: unknown): number | undefined {
  return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
}

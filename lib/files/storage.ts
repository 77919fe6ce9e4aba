import type { Readable } from "node:stream";
import { type Env, env } from "@/lib/env";
import { bucketStorage } from "./storage-bucket";
import { folderStorage } from "./storage-folder";

/** Where contents are kept, by SHA-256. Putting the same content twice is harmless. */
export type FileStorage = {
  /** Returns when the content is on stable storage. Throws Refused("storage_full") when there is no room. */
  put(sha256: string, bytes: Uint8Array, mediaType: string): Promise<void>;
  /** The content as a stream, or undefined when it is not there. */
  open(sha256: string): Promise<Readable | undefined>;
  /** Takes a content away; one that is not there is no error. */
  remove(sha256: string): Promise<void>;
  /** Keeps a piece of a file that is still coming, under a name of its own; as `put` does. */
  putPiece(name: string, bytes: Uint8Array): Promise<void>;
  /** A piece, or undefined when it is not there. */
  readPiece(name: string): Promise<Uint8Array | undefined>;
  removePiece(name: string): Promise<void>;
  /** Clears what is older than that instant: pieces, and what broken-off writings have left. */
  sweep(before: Date): Promise<void>;
};

let current: { settings: Env; storage: FileStorage } | undefined;

/** The storage that the settings name, as they are now: a bucket where one is set, else a folder. */
export function fileStorage(): FileStorage {
  const settings = env();
  if (current?.settings !== settings) current = { settings, storage: storageFrom(settings) };
  return current.storage;
}

function storageFrom(settings: Env): FileStorage {
  const { S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_ENDPOINT } = settings;
  if (S3_BUCKET && S3_REGION && S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY) {
    return bucketStorage({
      bucket: S3_BUCKET,
      region: S3_REGION,
      accessKeyId: S3_ACCESS_KEY_ID,
      secretAccessKey: S3_SECRET_ACCESS_KEY,
      ...(S3_ENDPOINT ? { endpoint: S3_ENDPOINT } : {}),
    });
  }
  return folderStorage(settings.FILES_DIR);
}

import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";

/** What the server does with a request instead of serving it. */
type Fault =
  | { status: number; code: string }
  /** Takes the request and never answers. */
  | "silence"
  /** Announces the whole content and breaks off, or falls silent, in the middle of it. */
  | "brokenOff"
  | "stalled";

export type BucketServer = {
  settings: {
    bucket: string;
    region: string;
    accessKeyId: string;
    secretAccessKey: string;
    endpoint: string;
  };
  /** The keys that are kept. */
  keys(): string[];
  /** What happens to the next requests, one fault each; after that they are served. */
  fail(...faults: Fault[]): void;
  /** Requests that arrived, whatever became of them. */
  requests(): number;
  close(): void;
};

type Kept = { bytes: Buffer; type: string; at: Date };

/**
 * A store that speaks as much of S3 as we use (PUT, GET, HEAD, DELETE of objects by path, and their
 * list by pages of two), over
 * real HTTP. It computes the signature of each request (AWS Signature Version 4) by itself and
 * refuses a wrong one, and a content that is not the one of its checksum, as S3 does.
 */
export async function bucketServer(): Promise<BucketServer> {
  const objects = new Map<string, Kept>();
  const faults: Fault[] = [];
  let arrived = 0;
  const keys = { accessKeyId: "AKIATEST", secretAccessKey: "a secret/of+many=signs" };
  const server = createServer(async (request, response) => {
    arrived += 1;
    const bytes = await buffer(request).catch(() => Buffer.alloc(0));
    const fault = faults.shift();
    if (fault === "silence") return;
    if (typeof fault === "object") return refuse(response, fault.status, fault.code);
    if (!isSigned(request, bytes, keys.secretAccessKey)) {
      return refuse(response, 403, "SignatureDoesNotMatch");
    }
    const [, bucket, ...path] = decodeURI(new URL(request.url ?? "/", "http://x").pathname).split(
      "/",
    );
    if (bucket !== "files-of-tests") return refuse(response, 404, "NoSuchBucket");
    if (path.join("") === "") return list(objects, request, response);
    serve(objects, request, response, { key: path.join("/"), bytes, fault });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    settings: {
      bucket: "files-of-tests",
      region: "it-test-1",
      endpoint: `http://127.0.0.1:${port}`,
      ...keys,
    },
    keys: () => [...objects.keys()],
    fail: (...given) => void faults.push(...given),
    requests: () => arrived,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

type Asked = { key: string; bytes: Buffer; fault: Fault | undefined };

function serve(
  objects: Map<string, Kept>,
  request: IncomingMessage,
  response: ServerResponse,
  { key, bytes, fault }: Asked,
): void {
  const known = objects.get(key);
  if (request.method === "PUT") {
    const actual = createHash("sha256").update(bytes).digest("base64");
    const isWhole = request.headers["x-amz-checksum-sha256"] === actual;
    const type = request.headers["content-type"] ?? "";
    if (isWhole) objects.set(key, { bytes, type, at: new Date() });
    if (isWhole) response.end();
    else refuse(response, 400, "BadDigest");
  } else if (request.method === "DELETE") {
    objects.delete(key);
    response.writeHead(204).end();
  } else if (known) {
    response.writeHead(200, { "content-length": known.bytes.length, "content-type": known.type });
    if (fault) {
      response.write(known.bytes.subarray(0, known.bytes.length / 2), () => {
        if (fault === "brokenOff") response.destroy();
      });
    } else response.end(request.method === "HEAD" ? undefined : known.bytes);
  } else refuse(response, 404, "NoSuchKey");
}

/** ListObjectsV2, two at a time; the last key given is where the next page begins. */
function list(
  objects: ReadonlyMap<string, Kept>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { searchParams: asked } = new URL(request.url ?? "/", "http://x");
  const after = asked.get("continuation-token") ?? "";
  const found = [...objects]
    .filter(([key]) => key.startsWith(asked.get("prefix") ?? "") && key > after)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const page = found.slice(0, 2);
  const more = found.length > page.length ? page.at(-1)?.[0] : undefined;
  const contents = page.map(
    ([key, { at }]) =>
      `<Contents><Key>${key}</Key><LastModified>${at.toISOString()}</LastModified></Contents>`,
  );
  const next = more ? `<NextContinuationToken>${more}</NextContinuationToken>` : "";
  response.writeHead(200, { "content-type": "application/xml" });
  response.end(
    `<?xml version="1.0"?><ListBucketResult><IsTruncated>${Boolean(more)}</IsTruncated>${next}${contents.join("")}</ListBucketResult>`,
  );
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { "content-type": "application/xml" });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`);
}

/** AWS Signature Version 4, computed from what arrived and compared with what was sent along. */
function isSigned(request: IncomingMessage, body: Buffer, secret: string): boolean {
  const { authorization = "" } = request.headers;
  const given = /Credential=[^/]+\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})/.exec(
    authorization,
  );
  const [, scope = "", signedHeaders = "", signature] = given ?? [];
  const content = String(request.headers["x-amz-content-sha256"]);
  if (!signature || (content !== "UNSIGNED-PAYLOAD" && content !== digest(body))) return false;
  const url = new URL(request.url ?? "/", "http://x");
  url.searchParams.sort();
  const headers = signedHeaders
    .split(";")
    .map((name) => `${name}:${String(request.headers[name]).trim().replace(/\s+/g, " ")}\n`);
  const canonical = [request.method, url.pathname, url.searchParams.toString(), headers.join("")];
  const text = [...canonical, signedHeaders, content].join("\n");
  const toSign = [
    "AWS4-HMAC-SHA256",
    request.headers["x-amz-date"],
    scope,
    digest(Buffer.from(text)),
  ].join("\n");
  const key = scope
    .split("/")
    .reduce<string | Buffer>((before, part) => hmac(before, part), `AWS4${secret}`);
  return hmac(key, toSign).toString("hex") === signature;
}

const digest = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const hmac = (key: string | Buffer, text: string) =>
  createHmac("sha256", key).update(text).digest();

import { z } from "zod";

/**
 * The settings, and the only place that reads the environment. Without any, Cantieri runs as a
 * demonstration. With CANTIERI_ENV=production every development default is refused.
 */
export type Env = ReturnType<typeof readEnv>;

/** All that is wrong with the settings, one line each. Never holds a value: some are secrets. */
export class EnvironmentProblems extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `The settings are not right:\n${problems.map((problem) => `  - ${problem}`).join("\n")}\n` +
        "See .env.example and docs/operations.md.",
    );
    this.name = "EnvironmentProblems";
  }
}

const DEVELOPMENT_SECRET = "development-only-secret-never-in-production";
const DEVELOPMENT_KEY = Buffer.from("development-only-key-32-bytes-ok").toString("base64");

const flag = z.enum(["true", "false", "1", "0"]).transform((value) => /^(true|1)$/.test(value));
const count = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: "must be a postgresql:// address",
});

const settings = z.object({
  CANTIERI_ENV: z
    .enum(["demonstration", "development", "test", "production"])
    .default("demonstration"),
  /** Fixed public origin: links are never built from the Host header. */
  APP_ORIGIN: z
    .url({ protocol: /^https?$/, error: "must be an origin such as https://cantieri.example.it" })
    .transform((url) => new URL(url).origin)
    .optional(),
  PORT: count(1, 65_535).default(3000),
  LISTEN_HOST: z.string().default("127.0.0.1"),
  /** Proxies in front that append to X-Forwarded-For. */
  TRUSTED_PROXIES: count(0, 5).default(0),

  DATABASE_URL: postgresUrl.optional(),
  DATABASE_OWNER_URL: postgresUrl.optional(),
  /** How long a rendered public page serves visitors without a cookie; 0 switches it off. */
  PAGE_CACHE_MS: count(0, 60_000).default(1000),
  DATABASE_POOL_MAX: count(2, 200).default(10),
  /** Milliseconds a request waits for an answer of the database; jobs wait four times as long. */
  DATABASE_TIMEOUT_MS: count(500, 600_000).default(15_000),

  AUTH_SECRET: z.string().min(32, "must have at least 32 characters").default(DEVELOPMENT_SECRET),
  DATA_KEY: z
    .base64()
    .refine((key) => Buffer.from(key, "base64").length === 32, "must be 32 bytes in base64")
    .default(DEVELOPMENT_KEY),

  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "must be an smtp:// or smtps:// address" })
    .optional(),
  MAIL_FROM: z.string().default("Cantieri <cantieri@localhost>"),

  /** What this machine keeps: the embedded database, generated secrets, files. */
  DATA_DIR: z.string().default(".data"),
  FILES_DIR: z.string().optional(),
  S3_ENDPOINT: z.url().optional(),
  S3_REGION: z.string().optional(),
  S3_BUCKET: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  CLAMD_URL: z.url({ protocol: /^tcp$/, error: "must be a tcp://host:port address" }).optional(),

  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** Names of the claims at the provider, as "ours=theirs" joined by commas. */
  OIDC_CLAIMS: z
    .string()
    .regex(/^\s*\w+=[^,=]+(,\s*\w+=[^,=]+)*$/, "must be pairs such as fiscalCode=fiscal_number")
    .default("givenName=given_name,familyName=family_name,fiscalCode=fiscal_number"),
  /** Accepted values of `acr`, each with the level that receipts name: "acr=level", by commas. */
  OIDC_LEVELS: z
    .string()
    .regex(
      /^[^,=]+=\w+(,[^,=]+=\w+)*$/,
      "must be pairs such as https://www.spid.gov.it/SpidL2=SpidL2",
    )
    .default("https://www.spid.gov.it/SpidL2=SpidL2,https://www.spid.gov.it/SpidL3=SpidL3"),
  OIDC_SCOPE: z.string().default("openid profile"),
  /** Buttons of the sign-in page that lead to the provider: spid, cie or both. */
  OIDC_BUTTONS: z
    .string()
    .regex(/^(spid|cie)(,(spid|cie))?$/, "must be spid, cie or spid,cie")
    .default("spid,cie"),

  WORKER_CONCURRENCY: count(1, 100).default(4),
  /** Threads that render documents, in each worker process. */
  PDF_THREADS: count(1, 16).default(2),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  PROGRAMME_NAME: z.string().default("Cantieri della Salute"),
  /** Where the official accessibility declaration stands, once it has been made. */
  ACCESSIBILITY_STATEMENT_URL: z.url({ protocol: /^https$/ }).optional(),
  /** Who answers about the site itself: accessibility, mistakes, privacy. */
  CONTACT_EMAIL: z.email().default("cantieri@regione-toscana.example"),
  /** Loads the demonstration data and shows its accounts. */
  DEMO: flag.optional(),
});

/** Every setting there is; .env.example explains each of them. */
export const settingNames: readonly string[] = Object.keys(settings.shape);

const together = [
  ["S3_BUCKET", "S3_REGION", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"],
  ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
] as const;

/** Reads settings from a source of text values; an empty value counts as none. */
export function readEnv(source: Readonly<Record<string, string | undefined>>) {
  const given = Object.fromEntries(
    Object.keys(settings.shape)
      .map((name) => [name, source[name]?.trim()])
      .filter(([, value]) => value),
  );
  const parsed = settings.safeParse(given);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  problems.push(...halfGiven(given), ...lonelyEndpoint(given));
  if (given.CANTIERI_ENV === "production") problems.push(...unfitForProduction(given));
  if (!parsed.success || problems.length > 0) throw new EnvironmentProblems(problems);
  const env = parsed.data;
  return {
    ...env,
    FILES_DIR: env.FILES_DIR ?? `${env.DATA_DIR}/files`,
    APP_ORIGIN: env.APP_ORIGIN ?? `http://localhost:${env.PORT}`,
    DEMO: env.DEMO ?? env.CANTIERI_ENV !== "production",
    production: env.CANTIERI_ENV === "production",
  };
}

function halfGiven(given: Record<string, unknown>): string[] {
  return together.flatMap((names) => {
    const missing = names.filter((name) => given[name] === undefined);
    if (missing.length === 0 || missing.length === names.length) return [];
    return missing.map(
      (name) => `${name}: is needed beside ${names.filter((n) => given[n]).join(", ")}`,
    );
  });
}

/** The address of a store says nothing by itself: files would go to a folder that nobody meant. */
function lonelyEndpoint(given: Record<string, unknown>): string[] {
  return given.S3_ENDPOINT !== undefined && given.S3_BUCKET === undefined
    ? ["S3_BUCKET: is needed beside S3_ENDPOINT"]
    : [];
}

function unfitForProduction(given: Record<string, unknown>): string[] {
  const required = [
    "DATABASE_URL",
    "APP_ORIGIN",
    "AUTH_SECRET",
    "DATA_KEY",
    "SMTP_URL",
    "MAIL_FROM",
    "CONTACT_EMAIL",
  ];
  const problems = required
    .filter((name) => given[name] === undefined)
    .map((name) => `${name}: is required in production`);
  if (given.AUTH_SECRET === DEVELOPMENT_SECRET)
    problems.push("AUTH_SECRET: is the development default");
  if (given.DATA_KEY === DEVELOPMENT_KEY) problems.push("DATA_KEY: is the development default");
  if (String(given.APP_ORIGIN ?? "https:").startsWith("http:")) {
    problems.push("APP_ORIGIN: must be https:// in production");
  }
  if (/^(true|1)$/.test(String(given.DEMO))) problems.push("DEMO: has no place in production");
  return problems;
}

/** On the global object: what Next has built has a copy of this module of its own. */
const kept = globalThis as { cantieriSettings?: Env | undefined };

/** The settings of this process. Throws `EnvironmentProblems` when they are not right. */
export function env(): Env {
  // biome-ignore lint/style/noProcessEnv: this is the one place that reads the environment.
  kept.cantieriSettings ??= readEnv(process.env);
  return kept.cantieriSettings;
}

/**
 * Settings that the start of an installation works out (secrets of a demonstration, the address of
 * its embedded database): for this process from now on and for the children it starts.
 */
export function adoptSettings(values: Readonly<Record<string, string>>): void {
  // biome-ignore lint/style/noProcessEnv: children inherit what was worked out here.
  Object.assign(process.env, values);
  kept.cantieriSettings = undefined;
}

/** Whether the environment itself gives a setting, rather than its default. */
export function isGiven(name: keyof typeof settings.shape): boolean {
  // biome-ignore lint/style/noProcessEnv: a default cannot be told from a given value afterwards.
  return Boolean(process.env[name]?.trim());
}

/** How much is logged. The log is there before the settings are checked, so it never throws. */
export function logLevel(): Env["LOG_LEVEL"] {
  // biome-ignore lint/style/noProcessEnv: read before all the others, to be able to log about them.
  const parsed = settings.shape.LOG_LEVEL.safeParse(process.env.LOG_LEVEL || undefined);
  return parsed.success ? parsed.data : "info";
}

/** The environment as it is, to hand on to a child process. */
export function inheritedEnvironment(): NodeJS.ProcessEnv {
  // biome-ignore lint/style/noProcessEnv: a child gets what we were given.
  return { ...process.env };
}

import { describe, expect, test } from "vitest";
import { EnvironmentProblems, readEnv, settingNames } from "@/lib/env";
import { production } from "../../support/production-settings";

function problemsOf(source: Record<string, string | undefined>): readonly string[] {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof EnvironmentProblems) return error.problems;
    throw error;
  }
  return [];
}

describe("without settings", () => {
  test("it is a demonstration on the loopback address", () => {
    const env = readEnv({});
    expect(env).toMatchObject({
      CANTIERI_ENV: "demonstration",
      APP_ORIGIN: "http://localhost:3000",
      LISTEN_HOST: "127.0.0.1",
      DEMO: true,
      production: false,
    });
  });

  test("an empty value counts as none, and the origin follows the port", () => {
    expect(readEnv({ SMTP_URL: "", PORT: "4100" })).toMatchObject({
      APP_ORIGIN: "http://localhost:4100",
      PORT: 4100,
    });
    expect(readEnv({ SMTP_URL: "" }).SMTP_URL).toBeUndefined();
  });
});

describe("in production", () => {
  test("complete settings are taken, without demonstration data", () => {
    expect(readEnv(production)).toMatchObject({ production: true, DEMO: false });
  });

  test.each([
    ...["DATABASE_URL", "APP_ORIGIN", "AUTH_SECRET", "DATA_KEY"],
    ...["SMTP_URL", "MAIL_FROM", "CONTACT_EMAIL"],
  ])("%s is required", (name) => {
    expect(problemsOf({ ...production, [name]: undefined })).toEqual([
      `${name}: is required in production`,
    ]);
  });

  test("all that is wrong is said at once", () => {
    const problems = problemsOf({
      CANTIERI_ENV: "production",
      APP_ORIGIN: "http://cantieri.example.it",
      PORT: "99999",
    });
    expect(problems.map((problem) => problem.split(":")[0])).toEqual([
      "PORT",
      ...["DATABASE_URL", "AUTH_SECRET", "DATA_KEY", "SMTP_URL", "MAIL_FROM", "CONTACT_EMAIL"],
      "APP_ORIGIN",
    ]);
  });

  test("a development default is refused", () => {
    const { AUTH_SECRET, DATA_KEY } = readEnv({});
    expect(problemsOf({ ...production, AUTH_SECRET, DATA_KEY })).toEqual([
      "AUTH_SECRET: is the development default",
      "DATA_KEY: is the development default",
    ]);
  });

  test("demonstration data has no place", () => {
    expect(problemsOf({ ...production, DEMO: "true" })).toEqual([
      "DEMO: has no place in production",
    ]);
  });
});

test("settings that belong together are asked for together", () => {
  expect(problemsOf({ S3_BUCKET: "files", S3_REGION: "eu-south-1" })).toEqual([
    "S3_ACCESS_KEY_ID: is needed beside S3_BUCKET, S3_REGION",
    "S3_SECRET_ACCESS_KEY: is needed beside S3_BUCKET, S3_REGION",
  ]);
  expect(problemsOf({ S3_ENDPOINT: "https://s3.example.it" })).toEqual([
    "S3_BUCKET: is needed beside S3_ENDPOINT",
  ]);
});

test("a message about a secret does not show it", () => {
  expect(problemsOf({ AUTH_SECRET: "short-one" }).join()).not.toContain("short-one");
});

test("the example names every setting", async () => {
  const { readFileSync } = await import("node:fs");
  const example = readFileSync(".env.example", "utf8");
  const named = [...example.matchAll(/^#?\s?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);
  expect(named.toSorted()).toEqual(settingNames.toSorted());
});

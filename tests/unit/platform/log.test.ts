import { DrizzleQueryError } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { consoleIntoLog } from "@/lib/platform/console-into-log";
import { createLogger } from "@/lib/platform/log";

function logged(write: (log: ReturnType<typeof createLogger>) => void): string {
  let lines = "";
  write(
    createLogger({
      level: "debug",
      write: (line) => {
        lines += line;
      },
    }),
  );
  return lines;
}

const PRIVATE = ["anna.bianchi@example.it", "RSSMRA85T10A562S", "347 1234567"];

describe("nothing personal is logged", () => {
  test.each(PRIVATE)("%s in a message", (value) => {
    expect(logged((log) => log.info(`sent to ${value} today`))).not.toContain(value);
  });

  test.each(PRIVATE)("%s deep in a field", (value) => {
    const line = logged((log) => log.info({ job: { tried: [{ note: `for ${value}` }] } }, "job"));
    expect(line).not.toContain(value);
    expect(line).toContain("for [");
  });

  test("fields that are private by their name", () => {
    const line = logged((log) =>
      log.info(
        { user: { firstName: "Anna", lastName: "Bianchi", email: "x" }, token: "t0ken" },
        "seen",
      ),
    );
    expect(line).not.toMatch(/Anna|Bianchi|t0ken/);
  });

  test("the detail and values of a database error, in it and in its cause", () => {
    const cause = Object.assign(new Error("duplicate key value"), {
      code: "23505",
      detail: "Key (email)=(anna.bianchi@example.it) already exists.",
      constraint: "person_email",
    });
    const error = new DrizzleQueryError(
      "insert into person values ($1, $2)",
      ["Anna", "Bianchi"],
      cause,
    );
    const line = logged((log) => log.error({ err: error }, "failed"));
    expect(line).not.toMatch(/Anna|Bianchi|example\.it/);
    expect(line).toContain("person_email");
    expect(line).toContain("23505");
  });

  test("an error given as the only argument", () => {
    const line = logged((log) => log.error(new Error("no mailbox anna.bianchi@example.it")));
    expect(line).not.toContain("anna.bianchi");
    expect(line).toContain("no mailbox [e-mail]");
  });

  test("passwords in addresses", () => {
    const line = logged((log) => log.warn({ server: "postgresql://app:hunter2@db/x" }, "lost"));
    expect(line).not.toContain("hunter2");
  });
});

test("what is needed to find a fault stays: id, code, frames, time", () => {
  const requestId = "0199a1b2-aaaa-7bbb-8ccc-1234567890ab";
  const line = logged((log) => log.error({ requestId, err: new Error("boom") }, "failed"));
  const entry = JSON.parse(line);
  expect(entry).toMatchObject({
    level: "error",
    requestId,
    msg: "failed",
    err: { message: "boom" },
  });
  expect(entry.err.stack).toMatch(/log\.test\.ts/);
  expect(entry.time).toMatch(/^\d{4}-\d\d-\d\dT/);
});

test("what others print to the console is a line of the log, without the values of a query", () => {
  const printed = { ...console };
  const lines = logged((log) => {
    consoleIntoLog(printed, log);
    const values = ["anna.bianchi@example.it"];
    const error = new DrizzleQueryError("select $1", values, new Error("gone"));
    printed.error(" ⨯", error, { email: values[0] });
    printed.warn("careful with 347 1234567");
  });
  expect(lines).not.toMatch(/anna\.bianchi|347 1234567/);
  const [first, second] = lines
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(first).toMatchObject({ level: "error", from: "console", msg: " ⨯" });
  expect(JSON.stringify(first)).toContain("select $1");
  expect(second).toMatchObject({ level: "warn", msg: "careful with [phone]" });
});

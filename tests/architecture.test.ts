import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { routes } from "@/lib/routes";

interface Source {
  readonly path: string;
  readonly text: string;
  readonly lines: number;
}

const TOPS = ["app", "components", "db", "emails", "lib"];
const sources = TOPS.flatMap(filesBelow)
  .filter((path) => /\.tsx?$/.test(path) && !/\.gen\./.test(path))
  .map(read);
const tests = filesBelow("tests")
  .filter((path) => /\.tsx?$/.test(path))
  .map(read);

const DOMAINS = [
  ...["territory", "people", "calls", "subscriptions", "applications", "review"],
  ...["workshops", "documents", "projects", "content"],
];

/** Files beside the commands that are no use case but a part of several, and which. */
const PARTS_OF_COMMANDS = {
  "lib/applications/commands/compose-submission.ts":
    "what submitting and withdrawing write down of the applicant and its answers",
  "lib/review/commands/write-decision.ts":
    "the one way to write a decision, for admissibility, admission and reopening",
  "lib/workshops/commands/lock-meeting.ts":
    "the locks, in their order, that every command on a meeting takes",
  "lib/workshops/commands/offer-seats.ts":
    "seats that became free by an answer, a change of the meeting or the end of an offer",
};

function filesBelow(top: string): string[] {
  if (!existsSync(top)) return [];
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function read(path: string): Source {
  const text = readFileSync(path, "utf8");
  return { path, text, lines: text.split("\n").length - 1 };
}

/** Every line of these sources that matches, as "path:line: text". */
function linesWith(pattern: RegExp, among: readonly Source[]): string[] {
  return among.flatMap(({ path, text }) =>
    text
      .split("\n")
      .map((line, at) => ({ line, at }))
      .filter(({ line }) => pattern.test(line))
      .map(({ line, at }) => `${path}:${at + 1}: ${line.trim()}`),
  );
}

test("the sources are read at all", () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(tests.length).toBeGreaterThan(10);
});

describe("measures of files", () => {
  const sizes = sources.map(({ lines }) => lines).toSorted((a, b) => a - b);
  const share = (part: number) => sizes[Math.floor(sizes.length * part)] ?? 0;

  test("none is over 250 lines", () => {
    const long = [...sources, ...tests].filter(({ lines }) => lines > 250);
    expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });

  test("half are at most 60 lines", () => expect(share(0.5)).toBeLessThanOrEqual(60));
  test("nine in ten are at most 150 lines", () => expect(share(0.9)).toBeLessThanOrEqual(150));
});

describe("names", () => {
  test("a domain has a closed set of them", () => {
    const allowed =
      /^(core\/([^/]+\/)?[^/]+\.ts|schema\.ts|schema\/[^/]+\.ts|policy\.ts|queries\.ts|queries\/[^/]+\.tsx?|commands\/[^/]+\.ts|handlers\/[^/]+\.ts|mails\.ts|pdf\/[^/]+\.tsx?|pdf-(?:kinds|thread)\.tsx?)$/;
    const others = DOMAINS.flatMap((domain) =>
      filesBelow(join("lib", domain))
        .map((path) => path.slice(join("lib", domain, "/").length))
        .filter((name) => !allowed.test(name))
        .map((name) => `lib/${domain}/${name}`),
    );
    expect(others).toEqual([]);
  });

  test("a file of commands is one use case, which carries its name", () => {
    const commands = sources.filter(({ path }) => /^lib\/[^/]+\/commands\//.test(path));
    expect(commands.length).toBeGreaterThan(40);
    const exported = ({ text }: Source) =>
      [...text.matchAll(/^export (?:async )?(?:function|const|class|let) (\w+)/gm)].map(
        ([, name]) => name,
      );
    const nameOf = ({ path }: Source) =>
      basename(path, ".ts").replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    const others = commands.filter(
      (source) =>
        exported(source).join() !== nameOf(source) || /^export (\{|\*|default)/m.test(source.text),
    );
    expect(others.map(({ path }) => path)).toEqual(Object.keys(PARTS_OF_COMMANDS).toSorted());
  });

  test("none says nothing", () => {
    const empty =
      /^(index|utils?|helpers?|service|services|types|misc|common|manager|constants)\.tsx?$/;
    const found = [...sources, ...tests].filter(({ path }) => empty.test(basename(path)));
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});

describe("the world outside is passed in", () => {
  /** Where the clock of the machine is read, and why it may be. */
  const clocks = [
    "lib/context.ts", // makes the ids of a context
    "lib/handlers.ts", // when a request arrives
    "lib/jobs/job-context.ts", // when a job begins
  ];
  const below = sources.filter(
    ({ path }) =>
      !path.startsWith("app/") && !path.startsWith("lib/platform/") && !clocks.includes(path),
  );

  test("no clock and no chance below the routes", () => {
    expect(linesWith(/new Date\(\)|Date\.now\(\)|Math\.random\(/, below)).toEqual([]);
  });

  test("the pure core does no input or output", () => {
    const core = sources.filter(({ path }) => /^lib\/(kernel|[^/]+\/core)\//.test(path));
    expect(core.length).toBeGreaterThan(20);
    expect(linesWith(/from "node:(?!crypto")/, core)).toEqual([]);
  });
});

describe("one way to do each thing", () => {
  test("a server action is made by action()", () => {
    const files = sources.filter(({ text }) => /^["']use server["']/m.test(text));
    const other = files.flatMap(({ path, text }) =>
      [...text.matchAll(/^export (?!type |interface )(.*)$/gm)]
        .map(([line]) => line)
        .filter((line) => !/^export const \w+(: \w+)? =( \w*[aA]ction\(|$)/.test(line))
        .map((line) => `${path}: ${line}`),
    );
    expect(other).toEqual([]);
  });

  test("what went well leads elsewhere: a form that is answered in place was refused", () => {
    const calls = sources
      .filter(({ text }) => /^["']use server["']/m.test(text))
      .flatMap(({ path, text }) =>
        text
          .split(/^export const /m)
          .slice(1)
          .map((part) => ({ name: `${path}: ${part.split(" ")[0]}`, part })),
      );
    expect(calls.length).toBeGreaterThan(20);
    // lib/i18n/page-title begins the title with "Errore:" because of this.
    const staying = calls.filter(({ part }) => !part.includes("redirectTo"));
    expect(staying.map(({ name }) => name)).toEqual([]);
  });

  test("addresses are spelled in lib/routes.ts only", () => {
    const prefixes = Object.values(routes)
      .map((make) => (make as (...args: string[]) => string)("x", "x"))
      .map((address) => address.split("/")[1] ?? "")
      .filter((segment) => segment !== "" && segment !== "api");
    const spelled = new RegExp(`["'\`(]/(en/)?(${[...new Set(prefixes)].join("|")})(?=["'\`/?#$])`);
    const elsewhere = sources.filter(
      ({ path }) =>
        path !== "lib/routes.ts" && !path.startsWith("lib/i18n/") && !path.startsWith("db/seed/"),
    );
    expect(linesWith(spelled, elsewhere)).toEqual([]);
  });

  test("each public page of information asks whether it is clear", () => {
    // Forms and what follows them, signing in, what is addressed to one person, the trial mailbox.
    const others = /^(a|accedi|convocazioni|esci|iscrizioni|parere|prova|stile|verifica)\//;
    const pages = sources
      .filter(({ path }) => /^app\/\[locale\]\/\(public\)\/(.*\/)?page\.tsx$/.test(path))
      .filter(({ path }) => !others.test(path.slice("app/[locale]/(public)/".length)));
    expect(pages.length).toBeGreaterThan(10);
    const silent = pages.filter(({ text }) => !text.includes("<Feedback "));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  test("no style attribute, which the content policy refuses", () => {
    const pages = sources.filter(({ path }) => /^(app|components)\//.test(path));
    expect(linesWith(/\sstyle=\{/, pages)).toEqual([]);
  });
});

describe("what is unfinished is not kept", () => {
  const here = "tests/architecture.test.ts";
  const ours = tests.filter(({ path }) => path !== here);
  const all = [...sources, ...ours];

  test("no note to do it later", () => {
    expect(linesWith(/\b(TODO|FIXME|HACK)\b/, all)).toEqual([]);
  });

  test("no test that is skipped or runs alone, none that waits by the clock", () => {
    expect(
      linesWith(/\b(test|it|describe)\.(skip|only|todo)\b|waitForTimeout|expect\(true\)/, ours),
    ).toEqual([]);
  });

  test("the compiler is never silenced", () => {
    expect(linesWith(/@ts-(ignore|nocheck|expect-error)/, all)).toEqual([]);
  });

  test("no folder of somebody's machine is spelled", () => {
    expect(linesWith(/["'`( ]\/(home|Users|work|workspace)\/[\w.-]+/, all)).toEqual([]);
  });
});

import { expect, test, vi } from "vitest";
import { z } from "zod";
import { idle } from "@/lib/action-state";
import { action } from "@/lib/actions";
import { formToken } from "@/lib/auth/form-origin";
import { RateLimited } from "@/lib/kernel/errors";

vi.mock("@/lib/auth/request-context", () => ({
  requestContext: async () => ({
    actor: { kind: "staff", personId: "person-1", roles: [] },
  }),
}));

const schema = z.object({ applicationId: z.string() });
const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
};

test("a form that decides is refused without the token that its reader was shown for it", async () => {
  const decided: string[] = [];
  const decide = action(
    "decide",
    schema,
    async (_ctx, { applicationId }) => void decided.push(applicationId),
    { audience: "staff", token: { purpose: "decide", subject: "applicationId" } },
  );
  const wrong = [
    {},
    { _token: "" },
    { _token: formToken("decide", "person-1", "another") },
    { _token: formToken("decide", "person-2", "one") },
    { _token: formToken("submit", "person-1", "one") },
  ];
  for (const fields of wrong) {
    expect(await decide(idle, form({ applicationId: "one", ...fields }))).toMatchObject({
      status: "failed",
      code: "forbidden",
    });
  }
  expect(decided).toEqual([]);
  const _token = formToken("decide", "person-1", "one");
  expect(await decide(idle, form({ applicationId: "one", _token }))).toMatchObject({
    status: "done",
  });
  expect(decided).toEqual(["one"]);
});

test("too many attempts are told as such, with what was typed", async () => {
  const limited = action(
    "limited",
    schema,
    async () => {
      throw new RateLimited(30);
    },
    { audience: "public", keep: ["applicationId"] },
  );
  expect(await limited(idle, form({ applicationId: "one" }))).toEqual({
    status: "failed",
    code: "rate_limited",
    kept: { applicationId: "one" },
  });
});

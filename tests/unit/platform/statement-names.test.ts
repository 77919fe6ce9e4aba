import { expect, test, vi } from "vitest";

const load = async () => {
  vi.resetModules();
  return (await import("@/db/statement-names")).prepared;
};
const nameOf = (query: unknown) => (query as { name?: string }).name;

test("copies of the module share connections: one text has one name in all, two texts have two", async () => {
  const [page, route] = [await load(), await load()];
  expect(page).not.toBe(route);
  const [one, other] = ["select $1::int", "select $1::text"];
  const inPage = nameOf(page(one, [1]));
  const inRoute = [nameOf(route(other, ["x"])), nameOf(route(one, [1]))];
  expect(inPage).toBeDefined();
  expect(inRoute[1]).toBe(inPage);
  expect(inRoute[0]).not.toBe(inPage);
  // PostgreSQL cuts longer names off, and they would meet.
  expect(inPage?.length).toBeLessThanOrEqual(63);
});

test("what has no values, or a name already, is left as it is", async () => {
  const prepared = await load();
  expect(prepared("select 1", [])).toBe("select 1");
  const named = { text: "select $1", name: "mine" };
  expect(prepared(named, [1])).toBe(named);
});

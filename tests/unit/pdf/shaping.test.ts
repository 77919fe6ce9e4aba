import { expect, it, vi } from "vitest";
import { rememberShaping } from "@/lib/pdf/remember-shaping";

const shaped = (text: string) => ({
  glyphs: Array.from(text, (_, id) => ({ id })),
  positions: Array.from(text, () => ({ xAdvance: 500 })),
});

it("shapes a text once for each way of asking, and survives callers that change what they get", () => {
  const shape = vi.fn(shaped);
  const face = { layout: (text: string, ..._how: unknown[]) => shape(text) };
  rememberShaping(face);
  const first = face.layout("Codice", { ccmp: 0 });
  for (const position of first.positions) Object.assign(position, { xAdvance: 0 });
  first.glyphs.splice(0);
  expect(face.layout("Codice", { ccmp: 0 })).toEqual(shaped("Codice"));
  expect(shape).toHaveBeenCalledTimes(1);
  face.layout("Codice", { ccmp: 1 });
  expect(shape).toHaveBeenCalledTimes(2);
});

it("forgets the oldest, so that memory stays flat", () => {
  const shape = vi.fn(shaped);
  const face = { layout: (text: string, ..._how: unknown[]) => shape(text) };
  rememberShaping(face);
  for (let number = 0; number <= 1_000; number += 1) face.layout(`nome ${number}`);
  face.layout("nome 1000");
  expect(shape).toHaveBeenCalledTimes(1_001);
  face.layout("nome 0");
  expect(shape).toHaveBeenCalledTimes(1_002);
});

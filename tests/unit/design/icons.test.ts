import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ICONS, SPRITE_VERSION } from "@/components/ui/icon";
import { root } from "../../support/message-keys";

const sprite = readFileSync(join(root, "public/icons.svg"));

test("the sprite has exactly the icons that can be asked for", () => {
  const drawn = [...sprite.toString().matchAll(/<symbol id="([^"]+)"/g)].map(([, id]) => id);
  expect([...drawn].sort()).toEqual([...ICONS].sort());
});

test("the sprite, kept by browsers for a year, is asked for by its hash", () => {
  const hash = createHash("sha256").update(sprite).digest("hex");
  expect(hash.startsWith(SPRITE_VERSION), `set SPRITE_VERSION to ${hash.slice(0, 8)}`).toBe(true);
});

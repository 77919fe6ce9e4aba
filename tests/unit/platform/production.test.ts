import { beforeEach, describe, expect, test } from "vitest";
import { demonstrationSignIns } from "@/lib/auth/demonstration";
import type { Ctx } from "@/lib/context";
import { adoptSettings } from "@/lib/env";
import { hasTrialMailbox, trialLetter, trialLetters } from "@/lib/mail/trial-mailbox";
import { production } from "../../support/production-settings";

const installed = { ...production, DEMO: "" };
const nothing = Object.fromEntries(Object.keys(installed).map((name) => [name, ""]));

/** Without a database: whoever asks it anything fails. */
const ctx = { now: new Date("2026-11-25T12:00:00Z") } as Ctx;

beforeEach(() => adoptSettings(nothing));

describe("what belongs to a demonstration", () => {
  test("is there without settings", () => {
    expect(hasTrialMailbox()).toBe(true);
    expect(demonstrationSignIns(ctx)?.staff.length).toBeGreaterThan(2);
  });

  test("is not in production: no trial mailbox, no letter of it, no account", async () => {
    adoptSettings(installed);
    expect(hasTrialMailbox()).toBe(false);
    await expect(trialLetters(ctx)).rejects.toMatchObject({ code: "not_found" });
    const id = "01a1fff4-da24-74c4-9532-07f0ff4891c0";
    await expect(trialLetter(ctx, id)).rejects.toMatchObject({ code: "not_found" });
    expect(demonstrationSignIns(ctx)).toBeUndefined();
  });

  test("gives way to a mail server, and its accounts to real ones", () => {
    adoptSettings({ ...nothing, SMTP_URL: "smtp://relay.internal", DEMO: "false" });
    expect(hasTrialMailbox()).toBe(false);
    expect(demonstrationSignIns(ctx)).toBeUndefined();
  });
});

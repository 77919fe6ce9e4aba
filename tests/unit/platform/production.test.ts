import { beforeEach, describe, expect, test } from "vitest";
import { demonstrationSignIns } from "@/lib/auth/demonstration";
import type { Ctx } from "@/lib/context";
import { adoptSettings } from "@/lib/env";
import { hasTrialMailbox, trialLetter, trialLetters } from "@/lib/mail/trial-mailbox";

const production = {
  CANTIERI_ENV: "production",
  APP_ORIGIN: "https://cantieri.example.it",
  DATABASE_URL: "postgresql://cantieri:x@db.internal/cantieri",
  AUTH_SECRET: "a-secret-that-was-made-for-this-installation",
  DATA_KEY: Buffer.alloc(32, 7).toString("base64"),
  SMTP_URL: "smtps://relay.internal",
  MAIL_FROM: "Cantieri <cantieri@example.it>",
  CONTACT_EMAIL: "cantieri@example.it",
  DEMO: "",
};
const nothing = Object.fromEntries(Object.keys(production).map((name) => [name, ""]));

/** Without a database: whoever asks it anything fails. */
const ctx = { now: new Date("2026-11-25T12:00:00Z") } as Ctx;

beforeEach(() => adoptSettings(nothing));

describe("what belongs to a demonstration", () => {
  test("is there without settings", () => {
    expect(hasTrialMailbox()).toBe(true);
    expect(demonstrationSignIns(ctx)?.staff.length).toBeGreaterThan(2);
  });

  test("is not in production: no trial mailbox, no letter of it, no account", async () => {
    adoptSettings(production);
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

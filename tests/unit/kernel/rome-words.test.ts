import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  clockTime,
  dateAndHour,
  dayAndMonth,
  dayPhrase,
  exactMoment,
  hourRange,
  longDate,
  receiptMoment,
  staffMoment,
} from "@/lib/kernel/rome-words";
import { timeLeft, timeLeftWords } from "@/lib/kernel/time-left";

const plain = (text: string) => text.replaceAll("\u00a0", " ");
const closing = new Date("2026-11-30T11:00:00Z");

describe("dates as people say them", () => {
  it("writes days", () => {
    expect(longDate("2021-05-14", "it")).toBe("venerdì 14 maggio 2021");
    expect(longDate("2021-05-01", "it")).toBe("sabato 1° maggio 2021");
    expect(longDate("2021-05-14", "en")).toBe("Friday 14 May 2021");
    expect(dayAndMonth("2021-05-01", "it")).toBe("1° maggio");
    expect(dayAndMonth("2021-05-01", "en")).toBe("1 May");
    expect(dayAndMonth("2021-05-11", "it")).toBe("11 maggio");
    expect(dayPhrase("of", "8 maggio", "it")).toBe("dell’8 maggio");
    expect(dayPhrase("from", "11 maggio", "it")).toBe("dall’11 maggio");
    expect(dayPhrase("on", "18 maggio", "it")).toBe("il 18 maggio");
    expect(dayPhrase("on", "1° maggio", "it")).toBe("il 1° maggio");
    expect(dayPhrase("from", "11 May", "en")).toBe("from 11 May");
  });

  it("agrees with the platform's own calendar on every day", () => {
    const day = fc.date({
      min: new Date("1950-01-01T12:00:00Z"),
      max: new Date("2150-01-01T12:00:00Z"),
      noInvalidDate: true,
    });
    const format = new Intl.DateTimeFormat("it", { dateStyle: "full", timeZone: "UTC" });
    fc.assert(
      fc.property(day, (one) => {
        const ours = longDate(one.toISOString().slice(0, 10), "it").replace("1° ", "1 ");
        expect(ours).toBe(format.format(one).replace("1º ", "1 "));
      }),
    );
  });

  it("ties the word to its figure with a no-break space", () => {
    const [from, to] = [new Date("2026-12-03T16:00:00Z"), new Date("2026-12-03T18:00:00Z")];
    expect(hourRange(from, to, "it")).toBe("dalle ore\u00a017:00 alle ore\u00a019:00");
    expect(hourRange(from, to, "en")).toBe("from 17:00 to 19:00");
    expect(exactMoment(closing, "it")).toContain("ore\u00a012:00:00");
  });

  it("writes the exact moment, the receipt and the short form of staff", () => {
    expect(plain(exactMoment(closing, "it"))).toBe(
      "lunedì 30 novembre 2026, ore 12:00:00 (ora italiana)",
    );
    expect(exactMoment(closing, "en")).toBe("Monday 30 November 2026, 12:00:00 (Italian time)");
    const sent = new Date("2026-11-21T10:59:58.731Z");
    expect(plain(receiptMoment(sent, "it"))).toBe(
      "21/11/2026, ore 11:59:58 (ora italiana, UTC+01:00)",
    );
    expect(receiptMoment(sent, "en")).toBe("21 November 2026, 11:59:58 (Italian time, UTC+01:00)");
    const morning = new Date("2026-11-24T08:12:40Z");
    expect(staffMoment(morning, "it")).toBe("mar 24 novembre 2026, 9:12");
    expect(staffMoment(morning, "en")).toBe("Tue 24 November 2026, 9:12");
    expect(clockTime(morning, "seconds")).toBe("9:12:40");
    expect(plain(dateAndHour(new Date("2026-12-02T08:00:00Z"), "it"))).toBe(
      "mercoledì 2 dicembre 2026, ore 9:00",
    );
  });
});

describe("time left", () => {
  const now = new Date("2026-11-25T17:20:00Z");

  it.each([
    ["2026-11-30T11:00:00Z", "4 giorni e 17 ore", "4 days and 17 hours"],
    ["2026-11-25T22:59:59Z", "5 ore e 39 minuti", "5 hours and 39 minutes"],
    ["2026-11-26T18:20:00Z", "1 giorno e 1 ora", "1 day and 1 hour"],
    ["2026-11-26T17:25:00Z", "1 giorno", "1 day"],
    ["2026-11-25T17:21:59Z", "1 minuto", "1 minute"],
    ["2026-11-25T17:20:59Z", "meno di un minuto", "less than a minute"],
    ["2026-11-25T17:00:00Z", "meno di un minuto", "less than a minute"],
  ])("until %s: %s", (end, italian, english) => {
    expect(timeLeftWords(now, new Date(end), "it")).toBe(italian);
    expect(timeLeftWords(now, new Date(end), "en")).toBe(english);
  });

  it("never promises more than there is, and hides less than a minute of it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (ms) => {
        const left = timeLeft(now, new Date(now.getTime() + ms));
        const told = ((left.days * 24 + left.hours) * 60 + left.minutes) * 60_000;
        expect(ms - told).toBeGreaterThanOrEqual(0);
        expect(ms - told).toBeLessThan(60_000);
      }),
    );
  });
});

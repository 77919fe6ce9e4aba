import { describe, expect, it } from "vitest";
import { type PublicationPlan, publicationWarnings } from "@/lib/calls/core/publication-warnings";
import { endOfRomeDay } from "@/lib/kernel/rome-time";

const weekdayMornings = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: "09:00", to: "13:00" }));

const plan = (more: Partial<PublicationPlan> = {}): PublicationPlan => ({
  publishedAt: new Date("2026-10-28T08:00:00Z"),
  closesAt: new Date("2026-11-30T11:00:00Z"),
  workshops: ["2026-12-03", "2026-12-10"],
  helpDesk: weekdayMornings,
  cutOffs: [],
  minimumDays: { days: 20, blocking: true },
  ...more,
});

const codes = (more: Partial<PublicationPlan>) =>
  publicationWarnings(plan(more)).map((one) => one.code);

describe("checks before publishing", () => {
  it("have nothing to say about a good plan", () => {
    expect(publicationWarnings(plan())).toEqual([]);
  });

  it("block fewer than twenty days only where the regime does", () => {
    const publishedAt = new Date("2026-11-11T08:00:00Z");
    expect(publicationWarnings(plan({ publishedAt }))).toEqual([
      {
        code: "too_few_days",
        severity: "blocking",
        reason: "lr_toscana_65_2020_art_13",
        params: { days: 19, minimum: 20 },
      },
    ]);
    const [softer] = publicationWarnings(
      plan({ publishedAt, minimumDays: { days: 20, blocking: false } }),
    );
    expect(softer?.severity).toBe("warning");
    expect(codes({ publishedAt: new Date("2026-11-10T22:59:59Z") })).toEqual([]);
  });

  it.each<[string, Partial<PublicationPlan>, string[]]>([
    [
      "a Sunday evening before Christmas",
      { closesAt: endOfRomeDay("2026-12-20"), workshops: [] },
      ["closes_on_sunday", "no_help_desk"],
    ],
    [
      "the day of the clock change",
      { closesAt: endOfRomeDay("2027-03-28"), workshops: [] },
      ["closes_on_holiday", "closes_on_clock_change", "no_help_desk"],
    ],
    [
      "mid-August",
      { closesAt: new Date("2027-08-10T10:00:00Z"), workshops: [] },
      ["closes_in_august"],
    ],
    [
      "New Year's Eve at noon",
      { closesAt: new Date("2026-12-31T11:00:00Z"), workshops: [] },
      ["closes_at_christmas"],
    ],
    ["the Epiphany as a workshop", { workshops: ["2027-01-06"] }, ["workshop_on_holiday"]],
    ["a Sunday as a workshop", { workshops: ["2026-12-06"] }, ["workshop_on_sunday"]],
    ["a workshop on the closing day", { workshops: ["2026-11-30"] }, ["workshop_before_close"]],
    [
      "an hour after the desk has closed",
      { closesAt: new Date("2026-11-30T13:30:00Z") },
      ["no_help_desk"],
    ],
    ["the last hour of the desk", { closesAt: new Date("2026-11-30T12:30:00Z") }, []],
    ["no desk at all", { helpDesk: [] }, ["no_help_desk"]],
  ])("%s", (_, more, expected) => {
    expect(codes(more)).toEqual(expected);
  });
});

import { expect, test } from "vitest";
import { plannedMeetings } from "@/lib/workshops/core/plan-defaults";
import { planSeriesSchema } from "@/lib/workshops/schema";

const meeting = {
  ...{ title: "Conoscersi", on: "2026-12-03", from: "17:00", to: "19:00" },
  ...{ mode: "onsite", place: "Sala comunale", capacity: "30" },
};

test.each([
  [{ on: "" }, { "meetings.0.on": "date_missing" }],
  [{ on: "3 dicembre" }, { "meetings.0.on": "date_missing" }],
  [{ from: "" }, { "meetings.0.from": "time_missing" }],
  [
    { on: "", to: "25:00" },
    { "meetings.0.on": "date_missing", "meetings.0.to": "time_missing" },
  ],
  [{ on: "2026-12-08" }, { "meetings.0.on": "rest_day" }],
  [{ to: "16:00" }, { "meetings.0.to": "ends_before_start" }],
])("a plan with %j is refused field by field", (given, problems) => {
  const plan = {
    callIds: ["01a149f2-a080-7b34-bf5f-6c2a4852ea66"],
    title: "Ciclo",
    threshold: "1",
  };
  const { error } = planSeriesSchema.safeParse({ ...plan, meetings: [{ ...meeting, ...given }] });
  const found = error?.issues.map(({ path, message }) => [path.join("."), message]);
  expect(Object.fromEntries(found ?? [])).toEqual(problems);
});

test("a day of the call that has gone by is left to be chosen", () => {
  const announced = ["2026-12-02", "2026-12-03"].map((on) => ({ ...meeting, on, where: "Online" }));
  expect(plannedMeetings(announced, 30, "2026-12-03").map(({ on }) => on)).toEqual([
    "",
    "2026-12-03",
  ]);
});

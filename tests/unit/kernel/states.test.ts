import { describe, expect, it } from "vitest";
import {
  defineTransitions,
  eventsFrom,
  isTerminal,
  next,
  reachableFrom,
} from "@/lib/kernel/states";

const door = defineTransitions<"open" | "closed" | "bricked", "push" | "pull" | "brick">({
  open: { pull: "closed" },
  closed: { push: "open", brick: "bricked" },
  bricked: {},
});

describe("a state machine as data", () => {
  it("follows the table and answers null where it is silent", () => {
    expect(next(door, "closed", "push")).toBe("open");
    expect(next(door, "open", "push")).toBeNull();
    expect(next(door, "bricked", "pull")).toBeNull();
  });

  it("does not mistake what every object inherits for an event", () => {
    const fromOutside: string = "constructor";
    expect(next(door, "open", fromOutside as "push")).toBeNull();
  });

  it("lists events, ends and what can be reached", () => {
    expect(eventsFrom(door, "closed")).toEqual(["push", "brick"]);
    expect(isTerminal(door, "bricked")).toBe(true);
    expect(isTerminal(door, "open")).toBe(false);
    expect(reachableFrom(door, ["open"])).toEqual(new Set(["open", "closed", "bricked"]));
    expect(reachableFrom(door, ["bricked"])).toEqual(new Set(["bricked"]));
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { orientationService, thirdSectorNetwork } from "@/db/seed/data/calls-just-closed";
import {
  accessibleServices,
  communityActivators,
  equalAccess,
} from "@/db/seed/data/calls-of-today";
import { addTermDays } from "@/lib/kernel/holidays";
import { addDays } from "@/lib/kernel/local-date";

const written = [
  thirdSectorNetwork,
  orientationService,
  equalAccess,
  communityActivators,
  accessibleServices,
];

test("in the demonstration of any day nobody is invited to a meeting before the outcome is due", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), fc.constantFrom(...written), (days, write) => {
      const call = write(addDays("2026-01-01", days));
      const first = call.meetings.map((meeting) => meeting.on).toSorted()[0] ?? "";
      expect(addTermDays(call.closes.on, call.days) <= first).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

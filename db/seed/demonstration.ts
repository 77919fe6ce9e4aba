import { seedApplications } from "./applications";
import { seedCalls, settleCalls } from "./calls";
import { seedPeople } from "./people";
import { seedReview } from "./review";
import type { SeedPart } from "./seed";
import { seedTerritory } from "./territory";
import { seedWorkshops } from "./workshops";

/** The parts of the demonstration data, in the order in which they need each other. */
export const demonstration: readonly SeedPart[] = [
  seedTerritory,
  seedPeople,
  seedCalls,
  seedApplications,
  seedReview,
  seedWorkshops,
  // Last: applications arrive while a call is published.
  settleCalls,
];

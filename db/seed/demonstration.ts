import { seedApplications } from "./applications";
import { seedCalls, seedCallsOfOthers, settleCalls } from "./calls";
import { seedCopies } from "./copies";
import { seedIntegrations } from "./integrations";
import type { DemonstrationStage } from "./marks";
import { seedPeople } from "./people";
import { seedQuestions } from "./questions";
import { seedReview } from "./review";
import type { SeedPart } from "./seed";
import { seedSubscriptions } from "./subscriptions";
import { seedTerritory } from "./territory";
import { seedThreads } from "./threads";
import { seedWorkshops } from "./workshops";

/** What anybody can look at: the site opens with it. */
const whatIsPublic: readonly SeedPart[] = [seedTerritory, seedPeople, seedCalls, seedQuestions];

/** What people then did with it, as it is seen by those who sign in, and what other bodies publish. */
const whatPeopleDid: readonly SeedPart[] = [
  seedCallsOfOthers,
  seedCopies,
  seedSubscriptions,
  seedApplications,
  seedReview,
  seedThreads,
  seedIntegrations,
  seedWorkshops,
  // Last: applications arrive while a call is published.
  settleCalls,
];

/** The demonstration data, in the order in which the stages and their parts need each other. */
export const demonstration: Readonly<Record<DemonstrationStage, readonly SeedPart[]>> = {
  public: whatIsPublic,
  whole: whatPeopleDid,
};

import { definePolicy, hasRegionalRole } from "@/lib/auth/can";

/** Zones and bodies are everybody's: who administers the region keeps them. */
export const territoryPolicy = definePolicy({
  "territory.administer": (actor, _region: object) => hasRegionalRole(actor, "administrator"),
});

"use server";
import { action } from "@/lib/actions";
import { endOutage } from "@/lib/calls/commands/end-outage";
import { recordOutage } from "@/lib/calls/commands/record-outage";
import { withdrawOutage } from "@/lib/calls/commands/withdraw-outage";
import { outageIdSchema, recordOutageSchema, withdrawOutageSchema } from "@/lib/calls/schema";
import { routes } from "@/lib/routes";

/** Writes an outage down. */
export const recordOutageAction = action("outage.record", recordOutageSchema, recordOutage, {
  audience: "staff",
  redirectTo: () => `${routes.staffOutages()}?fatto=scritta`,
  keep: ["bodyId", "kind", "startedOn", "startedAt", "endedOn", "endedAt", "note"],
});

/** It works again: now. */
export const endOutageAction = action("outage.end", outageIdSchema, endOutage, {
  audience: "staff",
  redirectTo: () => `${routes.staffOutages()}?fatto=finita`,
});

/** It was written by mistake. */
export const withdrawOutageAction = action(
  "outage.withdraw",
  withdrawOutageSchema,
  withdrawOutage,
  {
    audience: "staff",
    redirectTo: () => `${routes.staffOutages()}?fatto=ritirata`,
    keep: ["reason"],
  },
);

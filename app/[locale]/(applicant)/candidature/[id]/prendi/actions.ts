"use server";
import { action } from "@/lib/actions";
import { claimApplication } from "@/lib/applications/commands/claim-application";
import { applicationSchema } from "@/lib/applications/schema";
import { routes } from "@/lib/routes";

/** Takes what the desk entered among one's own applications. */
export const claimAction = action("application.claim", applicationSchema, claimApplication, {
  audience: "person",
  token: { purpose: "claim", subject: "applicationId" },
  redirectTo: ({ applicationId }) => routes.myApplication(applicationId),
});

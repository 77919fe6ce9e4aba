"use server";
import { action } from "@/lib/actions";
import { shareApplication } from "@/lib/applications/commands/share-application";
import { takeOverApplication } from "@/lib/applications/commands/take-over-application";
import { applicationSchema } from "@/lib/applications/schema";
import { routes } from "@/lib/routes";

export const shareAction = action("application.share", applicationSchema, shareApplication, {
  audience: "person",
  redirectTo: ({ organisationId }) => routes.organisation(organisationId),
});

export const takeOverAction = action(
  "application.takeOver",
  applicationSchema,
  takeOverApplication,
  {
    audience: "person",
    token: { purpose: "organisation", subject: "applicationId" },
    redirectTo: ({ applicationId }) => routes.applicationPeople(applicationId),
  },
);

"use server";
import { action } from "@/lib/actions";
import { startAssistedApplication } from "@/lib/applications/commands/start-assisted-application";
import { startAssistedSchema } from "@/lib/applications/schema/desk";
import { routes } from "@/lib/routes";

/** Begins an application for somebody who comes, telephones or wrote. */
export const startAssistedAction = action(
  "application.startAssisted",
  startAssistedSchema,
  startAssistedApplication,
  {
    audience: "staff",
    keep: "all",
    redirectTo: ({ applicationId }) => routes.applicationStep(applicationId, "dati-generali"),
  },
);

"use server";
import { action } from "@/lib/actions";
import { startApplication } from "@/lib/applications/commands/start-application";
import { startSchema } from "@/lib/applications/schema";
import { routes } from "@/lib/routes";

export const startAction = action("application.start", startSchema, startApplication, {
  audience: "person",
  keep: ["track"],
  redirectTo: ({ applicationId }) => routes.applicationStep(applicationId, "informativa"),
});

"use server";
import { action } from "@/lib/actions";
import { withdrawApplication } from "@/lib/applications/commands/withdraw-application";
import { withdrawSchema } from "@/lib/applications/schema";
import { routes } from "@/lib/routes";

export const withdrawAction = action("application.withdraw", withdrawSchema, withdrawApplication, {
  audience: "person",
  redirectTo: ({ applicationId }) => routes.myApplication(applicationId),
});

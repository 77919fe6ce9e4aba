import { messagesHandler } from "@/lib/applications/handlers/messages";
import { routes } from "@/lib/routes";

/** A message of an applicant to the office. */
export const POST = messagesHandler({
  audience: "person",
  application: ({ id = "" }) => id,
  page: ({ id = "" }) => routes.myApplication(id),
});

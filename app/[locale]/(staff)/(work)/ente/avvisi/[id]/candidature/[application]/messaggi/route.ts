import { messagesHandler } from "@/lib/applications/handlers/messages";
import { routes } from "@/lib/routes";

/** A message of the office to those who work on an application. */
export const POST = messagesHandler({
  audience: "staff",
  application: ({ application = "" }) => application,
  page: ({ id = "", application = "" }) => routes.staffApplication(id, application),
});

import { formToken, requireFormToken } from "@/lib/auth/form-origin";
import { addressIn } from "@/lib/i18n/addresses";
import { InvalidInput, Refused } from "@/lib/kernel/errors";
import { routes } from "@/lib/routes";
import { answerIntegration } from "../commands/answer-integration";
import { answerIntegrationSchema } from "../schema";
import { type Arrived, localeOf, seeOther, sendingHandler, textIn } from "./sending";

/** The sending of an answer to what the office asks. */
export const answerIntegrationHandler = sendingHandler({
  name: "application.answerIntegration",
  send,
  page: routes.applicationIntegrationCheck,
});

async function send(
  { ctx, personId, receivedAt }: Arrived,
  form: FormData,
  id: string,
): Promise<Response> {
  requireFormToken(textIn(form, "_token"), formToken("integration", personId, id));
  const parsed = answerIntegrationSchema.safeParse({
    key: textIn(form, "_key"),
    content: textIn(form, "_content"),
  });
  if (!parsed.success) throw new InvalidInput({ form: "unreadable" });
  const locale = localeOf(form);
  try {
    await answerIntegration(ctx, { ...parsed.data, applicationId: id, receivedAt });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const query = new URLSearchParams({ rifiuto: error.reason });
    if (error.reason === "integration_over") query.set("alle", receivedAt);
    return seeOther(addressIn(locale, `${routes.applicationIntegrationCheck(id)}?${query}`));
  }
  return seeOther(addressIn(locale, `${routes.myApplication(id)}?integrata=si`));
}

import { formToken, requireFormToken } from "@/lib/auth/form-origin";
import { addressIn } from "@/lib/i18n/addresses";
import { InvalidInput, Refused } from "@/lib/kernel/errors";
import { routes } from "@/lib/routes";
import { submitApplication } from "../commands/submit-application";
import { submitSchema } from "../schema";
import { type Arrived, localeOf, seeOther, sendingHandler, textIn } from "./sending";

/** The sending of a candidacy. */
export const submitHandler = sendingHandler({
  name: "application.submit",
  send: submit,
  page: summaryAsLeft,
});

async function submit(
  { ctx, personId, receivedAt }: Arrived,
  form: FormData,
  id: string,
): Promise<Response> {
  requireFormToken(textIn(form, "_token"), formToken("submit", personId, id));
  const locale = localeOf(form);
  const parsed = submitSchema.safeParse({
    key: textIn(form, "_key"),
    content: textIn(form, "_content"),
    version: textIn(form, "_version") || undefined,
    lateReason: textIn(form, "_lateReason"),
  });
  if (!parsed.success) throw new InvalidInput({ form: "unreadable" });
  const entries = answersIn(form);
  try {
    const input = { ...parsed.data, applicationId: id, entries, receivedAt };
    await submitApplication(ctx, input);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return seeOther(addressIn(locale, refusedAddress(id, error.reason, entries, receivedAt)));
  }
  return seeOther(addressIn(locale, routes.applicationSent(id)));
}

function answersIn(form: FormData): [string, FormDataEntryValue][] {
  return [...form.entries()].filter(([name]) => !name.startsWith("_"));
}

/** After signing in the summary stands as it was left: what was ticked stays ticked. */
function summaryAsLeft(id: string, form: FormData): string {
  const ticked = answersIn(form).map(([name]) => name);
  const query = ticked.length > 0 ? `?${new URLSearchParams({ si: ticked.join(",") })}` : "";
  return routes.applicationStep(id, "riepilogo") + query;
}

/** Back to the summary, which says why; what was ticked stays ticked. */
function refusedAddress(
  id: string,
  reason: string,
  entries: readonly (readonly [string, unknown])[],
  receivedAt: string,
): string {
  const query = new URLSearchParams({ rifiuto: reason });
  if (reason === "deadline_passed" || reason === "code_in_use") query.set("alle", receivedAt);
  if (reason === "declaration_missing") query.set("si", entries.map(([name]) => name).join(","));
  return `${routes.applicationStep(id, "riepilogo")}?${query}`;
}

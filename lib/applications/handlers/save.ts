import { personArrival } from "@/lib/auth/contexts";
import { requireSameOrigin } from "@/lib/auth/form-origin";
import { InvalidInput, NotFound } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/kernel/ids";
import { fieldsOf } from "@/lib/posted-fields";
import { type Handler, safeAnswer } from "@/lib/safe-answer";
import { saveStep } from "../commands/save-step";
import { saveStepSchema } from "../schema";

/**
 * The saving of a page of a draft by a script, while somebody writes: the fields of the form, the
 * result as JSON. The page's own buttons go by an action of Next, which does the same.
 */
export const saveHandler: Handler = safeAnswer("application.save", async (request, { id = "" }) => {
  requireSameOrigin(request);
  if (!isUuid(id)) throw new NotFound();
  const arriving = personArrival(request);
  // Awaited below; a failure before that must not end the process as unhandled.
  arriving.catch(() => undefined);
  const form = await request.formData().catch(() => {
    throw new InvalidInput({ form: "unreadable" });
  });
  const { ctx, receivedAt } = await arriving;
  const parsed = saveStepSchema.safeParse({ ...fieldsOf(form), applicationId: id });
  if (!parsed.success) throw new InvalidInput({ form: "unreadable" });
  const result = await saveStep(ctx, { ...parsed.data, receivedAt });
  return Response.json(result, { headers: { "cache-control": "no-store" } });
});

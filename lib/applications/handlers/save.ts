import type { z } from "zod";
import { personArrival } from "@/lib/auth/contexts";
import { requireSameOrigin } from "@/lib/auth/form-origin";
import { InvalidInput, NotFound } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/kernel/ids";
import { fieldsOf } from "@/lib/posted-fields";
import { type Handler, safeAnswer } from "@/lib/safe-answer";
import { saveIntegration } from "../commands/save-integration";
import { saveStep } from "../commands/save-step";
import { INTEGRATION_STEP } from "../core/steps";
import { saveIntegrationSchema, saveStepSchema } from "../schema";

/**
 * The saving of a page of a draft, or of an answer to the office, by a script, while somebody writes: the fields of the form, the
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
  const fields = { ...fieldsOf(form), applicationId: id };
  const result =
    form.get("step") === INTEGRATION_STEP
      ? await saveIntegration(ctx, { ...read(saveIntegrationSchema, fields), receivedAt })
      : await saveStep(ctx, { ...read(saveStepSchema, fields), receivedAt });
  return Response.json(result, { headers: { "cache-control": "no-store" } });
});

function read<Schema extends z.ZodType>(schema: Schema, fields: unknown): z.output<Schema> {
  const parsed = schema.safeParse(fields);
  if (!parsed.success) throw new InvalidInput({ form: "unreadable" });
  return parsed.data;
}

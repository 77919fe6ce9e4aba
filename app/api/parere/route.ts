import { giveFeedback } from "@/lib/content/commands/give-feedback";
import { feedbackSchema } from "@/lib/content/schema";
import { handler } from "@/lib/handlers";
import { addressIn } from "@/lib/i18n/addresses";
import { InvalidInput } from "@/lib/kernel/errors";
import { limitByAddress } from "@/lib/platform/limit-by-address";
import { limits } from "@/lib/platform/rate-limit";
import { fieldsOf } from "@/lib/posted-fields";
import { routes } from "@/lib/routes";

/** What somebody thinks of a page: a plain form, from any page and without scripts. */
export const POST = handler("feedback.give", "public", async (ctx, request) => {
  const fields = fieldsOf(await request.formData());
  await limitByAddress(ctx, request.headers, "feedback", limits.feedback);
  const parsed = feedbackSchema.safeParse(fields);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => [path.join("."), message]);
    throw new InvalidInput(Object.fromEntries(wrong));
  }
  const { page } = await giveFeedback(ctx, parsed.data);
  const [path = "", query = ""] = routes.feedbackThanks(page).split("?");
  return new Response(null, {
    status: 303,
    headers: {
      location: addressIn(fields.lingua === "en" ? "en" : "it", path, query),
      "cache-control": "no-store",
    },
  });
});

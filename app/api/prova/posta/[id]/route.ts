import { handler } from "@/lib/handlers";
import { trialLetter } from "@/lib/mail/trial-mailbox";

/** A letter of the trial mailbox as a mail program shows it: with its styles, and unable to act. */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "frame-ancestors 'self'",
  "sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation",
].join("; ");

export const GET = handler("trial-mail", "public", async (ctx, _request, { id = "" }) => {
  const { html } = await trialLetter(ctx, id);
  // A link in the letter leads the whole window there, not the frame.
  return new Response(html.replace("<head>", '<head><base target="_top">'), {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": POLICY,
      "cache-control": "no-store",
    },
  });
});

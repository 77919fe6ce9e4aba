import { requireSameOrigin } from "@/lib/auth/form-origin";
import { notePresence } from "@/lib/calls/commands/note-presence";
import { handler } from "@/lib/handlers";

/** Heard from each open editor every few seconds: who else is there, and what they wrote. */
export const POST = handler("call.presence", "staff", async (ctx, request, { id = "" }) => {
  requireSameOrigin(request);
  const asked = new Date(new URL(request.url).searchParams.get("da") ?? "");
  const since = Number.isNaN(asked.getTime()) ? ctx.now : asked;
  const company = await notePresence(ctx, { callId: id, since });
  return Response.json(company, { headers: { "cache-control": "no-store" } });
});

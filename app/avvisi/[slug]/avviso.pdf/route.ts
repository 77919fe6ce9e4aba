import { setTimeout as pause } from "node:timers/promises";
import { issueNotice } from "@/lib/calls/commands/issue-notice";
import { type NoticeOfCall, noticeOfCall } from "@/lib/calls/queries/call-notice";
import { callPage } from "@/lib/calls/queries/call-page";
import type { Ctx } from "@/lib/context";
import { fileResponse } from "@/lib/files/file-response";
import { handler } from "@/lib/handlers";
import { NotFound } from "@/lib/kernel/errors";
import { limitByAddress } from "@/lib/platform/limit-by-address";
import { limits } from "@/lib/platform/rate-limit";

/** The worker draws it in a fraction of a second; when it is very busy one comes back. */
const TRIES = 20;
const PAUSE_MS = 400;

/** The notice of a call to print. Made when it is first asked for, then the same file for everybody. */
export const GET = handler("call.notice", "public", async (ctx, request, { slug = "" }) => {
  const call = await callPage(ctx, slug);
  if (!call) throw new NotFound();
  let notice = await noticeOfCall(ctx, call);
  if (!notice?.file) {
    await limitByAddress(ctx, request.headers, "notice", limits.verification);
    if (!notice) await issueNotice(ctx, { callId: call.id });
    notice = await drawn(ctx, call);
  }
  if (!notice?.file) {
    return new Response(null, {
      status: 503,
      headers: { "retry-after": "5", "cache-control": "no-store" },
    });
  }
  const name = `Avviso ${call.shortCode}.pdf`;
  const answer = await fileResponse({ ...notice.file, name, mediaType: "application/pdf" });
  if (!answer) throw new NotFound();
  return answer;
});

async function drawn(
  ctx: Ctx,
  of: { id: string; version: number },
): Promise<NoticeOfCall | undefined> {
  for (let at = 0; ; at += 1) {
    const notice = await noticeOfCall(ctx, of);
    if (notice?.file || at === TRIES) return notice;
    await pause(PAUSE_MS);
  }
}

import { applicationPool } from "@/lib/platform/pool";
import { readiness } from "@/lib/platform/readiness";

export const dynamic = "force-dynamic";

/** Ready: this process should get requests. 503 with a reason when it should not. */
export async function GET(): Promise<Response> {
  const answer = await readiness(applicationPool());
  return Response.json(answer, {
    status: answer.ready ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}

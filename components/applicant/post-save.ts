import type { ActionState } from "@/lib/action-state";
import { routes } from "@/lib/routes";

/** Sends a page of a draft to be saved; rejects when the network does. Files go another way. */
export async function postSave(applicationId: string, form: FormData): Promise<ActionState> {
  const body = new URLSearchParams();
  for (const [name, value] of form) if (typeof value === "string") body.append(name, value);
  const answer = await fetch(routes.applicationSave(applicationId), {
    method: "POST",
    headers: { accept: "application/json" },
    body,
  });
  if (answer.ok) return { status: "done", result: await answer.json() };
  const problem = (await answer.json()) as { code: string; reason?: string };
  return { status: "failed", ...problem, kept: {} };
}

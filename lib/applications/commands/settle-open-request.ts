import type { Ctx } from "@/lib/context";
import type { LoadedApplication } from "../queries/application-for-command";
import { integrationOf } from "../queries/integration-for-command";
import { settleIntegration } from "./settle-integration";

/** What the office asked about an application that is taken out is asked no more. */
export async function settleOpenRequest(tx: Ctx, found: LoadedApplication): Promise<void> {
  if (found.application.state !== "integrationRequested") return;
  const { request } = await integrationOf(tx, found);
  if (request?.state !== "open") return;
  await settleIntegration(tx, found, request, { event: "cancel", withdrawn: true });
}

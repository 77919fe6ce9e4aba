import { verifyChains } from "@/lib/audit/verify-chain";
import { administrate } from "../administration";

/** `npm run audit:verify`: re-computes the chains of the audit log; ends with 1 if one is broken. */
await administrate("verify-audit", async (ctx) => {
  const reports = await verifyChains(ctx);
  const broken = reports.filter(({ brokenAt }) => brokenAt !== undefined);
  if (broken.length > 0) process.exitCode = 1;
  const lines = reports.map(({ chain, events, brokenAt }) =>
    brokenAt === undefined
      ? `whole   ${chain}  ${events} events`
      : `BROKEN  ${chain}  at event ${brokenAt}`,
  );
  return [...lines, `${reports.length} chains, ${broken.length} broken`].join("\n");
});

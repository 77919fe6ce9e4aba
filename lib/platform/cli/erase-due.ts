import { carryOutRetention } from "@/lib/applications/commands/carry-out-retention";
import { administrate } from "../administration";

/** `npm run retention`: what the worker does every night, now. */
await administrate("erase-due", async (ctx) => {
  const { drafts, answers } = await carryOutRetention(ctx);
  return `${drafts} drafts deleted, answers erased from ${answers} applications`;
});

import { allowed, refused, type Verdict } from "@/lib/kernel/verdict";

/** Ten minutes: long enough to find the mail, short enough to be worth little to others. */
export const LINK_MINUTES = 10;

export type LinkProblem = "unknown_link" | "used_link" | "expired_link" | "other_browser";

/** Whether a magic link may open a session in this browser now; asked by the page and the command. */
export function mayUseLink(
  link: { browserHash: string; expiresAt: Date; usedAt: Date | null } | undefined,
  browserHash: string | undefined,
  now: Date,
): Verdict<LinkProblem> {
  if (!link) return refused("unknown_link");
  if (link.usedAt) return refused("used_link");
  if (now >= link.expiresAt) return refused("expired_link");
  if (link.browserHash !== browserHash) return refused("other_browser");
  return allowed;
}

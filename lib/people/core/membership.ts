import { allowed, refused, type Verdict } from "@/lib/kernel/verdict";

export const MEMBERSHIP_ROLES = ["representative", "delegate"] as const;

/** One person represents an organisation; the others work for it by delegation. */
export type MembershipRole = (typeof MEMBERSHIP_ROLES)[number];

/** So many invitations may be open at once: enough for a committee, too few for a nuisance. */
export const MOST_INVITATIONS = 20;

export type MembershipReason =
  | "only_representative"
  | "already_member"
  | "too_many_invitations"
  | "hand_over_first";

export function mayInvite(given: {
  role: MembershipRole;
  isMember: boolean;
  open: number;
}): Verdict<MembershipReason> {
  if (given.role !== "representative") return refused("only_representative");
  if (given.isMember) return refused("already_member");
  return given.open < MOST_INVITATIONS ? allowed : refused("too_many_invitations");
}

/** Everybody may leave but who represents others; who represents may send the others away. */
export function mayEnd(given: {
  role: MembershipRole;
  self: boolean;
  people: number;
}): Verdict<MembershipReason> {
  if (!given.self)
    return given.role === "representative" ? allowed : refused("only_representative");
  const leaves = given.role === "delegate" || given.people === 1;
  return leaves ? allowed : refused("hand_over_first");
}

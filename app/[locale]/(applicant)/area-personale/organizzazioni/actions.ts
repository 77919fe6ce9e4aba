"use server";
import { action } from "@/lib/actions";
import { acceptMembership } from "@/lib/people/commands/accept-membership";
import { endMembership } from "@/lib/people/commands/end-membership";
import { handOverRepresentation } from "@/lib/people/commands/hand-over-representation";
import { inviteMember } from "@/lib/people/commands/invite-member";
import { withdrawInvitation } from "@/lib/people/commands/withdraw-invitation";
import {
  acceptMembershipSchema,
  inviteMemberSchema,
  memberSchema,
  withdrawInvitationSchema,
} from "@/lib/people/schema";
import { routes } from "@/lib/routes";

const page = (id: string, done: string) => `${routes.organisation(id)}?fatto=${done}`;

export const inviteMemberAction = action("organisation.invite", inviteMemberSchema, inviteMember, {
  audience: "person",
  keep: ["email"],
  redirectTo: ({ organisationId }) => page(organisationId, "invito"),
});

export const withdrawInvitationAction = action(
  "organisation.withdrawInvitation",
  withdrawInvitationSchema,
  withdrawInvitation,
  { audience: "person", redirectTo: ({ organisationId }) => page(organisationId, "ritirato") },
);

export const handOverAction = action(
  "organisation.handOver",
  memberSchema,
  handOverRepresentation,
  {
    audience: "person",
    token: { purpose: "organisation", subject: "organisationId" },
    redirectTo: ({ organisationId }) => page(organisationId, "rappresentanza"),
  },
);

export const endMembershipAction = action("organisation.leave", memberSchema, endMembership, {
  audience: "person",
  token: { purpose: "organisation", subject: "organisationId" },
  redirectTo: ({ organisationId, left }) =>
    left ? routes.organisations() : page(organisationId, "tolto"),
});

export const acceptMembershipAction = action(
  "organisation.join",
  acceptMembershipSchema,
  acceptMembership,
  { audience: "person", redirectTo: ({ organisationId }) => page(organisationId, "benvenuto") },
);

"use server";
import { getLocale } from "next-intl/server";
import { action } from "@/lib/actions";
import {
  browserToken,
  browserTokenForAsking,
  client,
  dropSession,
  keepSession,
  sessionToken,
} from "@/lib/auth/browser";
import { endSession } from "@/lib/auth/commands/end-session";
import { requestSignInLink } from "@/lib/auth/commands/request-sign-in-link";
import { revokeOtherSessions } from "@/lib/auth/commands/revoke-other-sessions";
import { revokeSession } from "@/lib/auth/commands/revoke-session";
import { signInStaff } from "@/lib/auth/commands/sign-in-staff";
import { useSignInLink as followLink } from "@/lib/auth/commands/use-sign-in-link";
import {
  nothingSchema,
  requestLinkSchema,
  revokeSessionSchema,
  staffSignInSchema,
  useLinkSchema,
} from "@/lib/auth/schema";
import { addressIn } from "@/lib/i18n/addresses";
import { acceptInvitation } from "@/lib/people/commands/accept-invitation";
import { acceptInvitationSchema } from "@/lib/people/schema";
import { routes } from "@/lib/routes";

/** Sends a magic link to a mailbox. */
export const requestLink = action(
  "auth.requestLink",
  requestLinkSchema,
  async (ctx, { email, returnTo }) => {
    const locale = await getLocale();
    const { address, deviceLabel } = await client();
    const asking = await browserTokenForAsking(ctx);
    const request = { email, returnTo, locale, address, deviceLabel, browserToken: asking };
    await requestSignInLink(ctx, request);
    return addressIn(locale, routes.signInSent());
  },
  { audience: "public", redirectTo: (address) => address, keep: ["email"] },
);

/** Uses a magic link. */
export const useLink = action(
  "auth.useLink",
  useLinkSchema,
  async (ctx, { token }) => {
    const locale = await getLocale();
    const { deviceLabel } = await client();
    const browser = await browserToken();
    const opened = await followLink(ctx, { token, browserToken: browser, locale, deviceLabel });
    await endFormerSession(ctx);
    await keepSession(opened);
    return opened.returnTo ?? addressIn(locale, routes.myApplications());
  },
  { audience: "public", redirectTo: (address) => address },
);

/** Signs a member of staff in. */
export const staffSignIn = action(
  "auth.staffSignIn",
  staffSignInSchema,
  async (ctx, { returnTo, ...input }) => {
    const opened = await signInStaff(ctx, { ...input, ...(await client()) });
    await endFormerSession(ctx);
    await keepSession(opened);
    return returnTo ?? addressIn(await getLocale(), routes.staffHome());
  },
  { audience: "public", redirectTo: (address) => address, keep: ["email"] },
);

/** Sets password and second factor of an invited member of staff. */
export const followInvitation = action(
  "auth.followInvitation",
  acceptInvitationSchema,
  async (ctx, input) => {
    await acceptInvitation(ctx, input);
    return `${addressIn(await getLocale(), routes.staffSignIn())}?fatto=invito`;
  },
  { audience: "public", redirectTo: (address) => address },
);

/** Signs out. */
export const signOut = action(
  "auth.signOut",
  nothingSchema,
  async (ctx) => {
    await endFormerSession(ctx);
    await dropSession();
    return `${addressIn(await getLocale(), routes.signIn())}?fatto=uscita`;
  },
  { audience: "public", redirectTo: (address) => address },
);

/** Ends one of one's own sessions. */
export const endOneSession = action(
  "auth.revokeSession",
  revokeSessionSchema,
  async (ctx, input) => {
    await revokeSession(ctx, input);
    return addressIn(await getLocale(), routes.sessions());
  },
  { audience: "person", redirectTo: (address) => `${address}?fatto=uno` },
);

/** Ends all of one's own sessions but the one given. */
export const endOtherSessions = action(
  "auth.revokeOtherSessions",
  revokeSessionSchema,
  async (ctx, input) => {
    await revokeOtherSessions(ctx, input);
    return addressIn(await getLocale(), routes.sessions());
  },
  { audience: "person", redirectTo: (address) => `${address}?fatto=altri` },
);

/** A browser holds one session: the one before is not left behind, unreachable and alive. */
async function endFormerSession(ctx: Parameters<typeof endSession>[0]): Promise<void> {
  const token = await sessionToken();
  if (token) await endSession(ctx, token);
}

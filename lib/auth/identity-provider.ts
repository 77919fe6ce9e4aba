import type { OAuthConfig } from "next-auth/providers/oauth";
import { env } from "@/lib/env";
import { type ClaimMap, type Identity, identityOf, pairsOf } from "./core/identity-claims";

/** The id of the provider in addresses: /api/auth/callback/identita. */
export const IDENTITY = "identita";

/** The OpenID Connect provider of this installation. */
export type IdentityProvider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  scope: string;
  claims: ClaimMap;
  buttons: readonly ("spid" | "cie")[];
};

/** The provider of the settings, or undefined: then nobody is offered SPID or CIE. */
export function identityProvider(): IdentityProvider | undefined {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, ...more } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return undefined;
  const names = pairsOf(more.OIDC_CLAIMS);
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    scope: more.OIDC_SCOPE,
    claims: {
      givenName: names.get("givenName") ?? "given_name",
      familyName: names.get("familyName") ?? "family_name",
      fiscalCode: names.get("fiscalCode") ?? "fiscal_number",
      levels: pairsOf(more.OIDC_LEVELS),
    },
    buttons: more.OIDC_BUTTONS.split(",") as ("spid" | "cie")[],
  };
}

/**
 * The provider for next-auth: authorisation code with PKCE, state and nonce; the signature, issuer,
 * audience and nonce of the ID token are checked. Claims that only the userinfo answer holds are
 * added; those of the ID token win. `arrived` learns the identity before an account is looked for;
 * undefined when the level does not do.
 */
export function identityConfig(
  provider: IdentityProvider,
  arrived: (identity: Identity | undefined) => void,
): OAuthConfig<Record<string, unknown>> {
  const { issuer, clientId, clientSecret, scope, claims } = provider;
  return {
    id: IDENTITY,
    name: IDENTITY,
    type: "oauth",
    issuer,
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope, acr_values: [...claims.levels.keys()].join(" ") } },
    userinfo: {
      request: async ({ client, tokens }) => {
        const told = client.issuer.metadata.userinfo_endpoint
          ? await client.userinfo(tokens as Parameters<typeof client.userinfo>[0])
          : {};
        return { ...told, ...claimsOf(tokens) } as { sub: string };
      },
    },
    profile: (given) => {
      arrived(identityOf(given, claims));
      return { id: String(given.sub) };
    },
  };
}

function claimsOf(tokens: object): Record<string, unknown> {
  return (tokens as { claims(): Record<string, unknown> }).claims();
}

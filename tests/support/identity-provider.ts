import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

/** Who signs in at the provider, and how surely: changed by the test before each sign-in. */
export type Visitor = { subject: string; acr: string; claims: Record<string, unknown> };

export type TestProvider = {
  issuer: string;
  visitor: Visitor;
  /** Goes through the provider's pages as a browser would; returns the address it leads back to. */
  visit(address: string): Promise<URL>;
  stop(): Promise<void>;
};

export const CLIENT = { id: "cantieri", secret: "a secret of the test client, long enough" };

/** A provider like the regional gateway: names in the userinfo answer, the level in the ID token. */
export async function startIdentityProvider(redirectUri: string): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const visitor: Visitor = { subject: "", acr: "", claims: {} };
  serve(server, makeProvider(issuer, redirectUri, visitor), visitor);
  return {
    issuer,
    visitor,
    visit: (address) => visit(address, issuer),
    stop: () => new Promise((done) => server.close(() => done())),
  };
}

function makeProvider(issuer: string, redirectUri: string, visitor: Visitor): Provider {
  return new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
    acrValues: ["https://www.spid.gov.it/SpidL1", "https://www.spid.gov.it/SpidL2"],
    claims: {
      openid: ["sub"],
      acr: null,
      profile: ["given_name", "family_name", "fiscal_number", "email"],
    },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ["keys of the test provider"] },
    interactions: { url: (_ctx, interaction) => `/visit/${interaction.uid}` },
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: () => ({ sub: id, ...visitor.claims }),
    }),
    // Public services do not ask for consent to be told who somebody is.
    loadExistingGrant: async (ctx) => {
      const { client, session } = ctx.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new ctx.oidc.provider.Grant({
        clientId: client.clientId,
        accountId: session.accountId,
      });
      grant.addOIDCScope("openid profile");
      await grant.save();
      return grant;
    },
  });
}

function serve(server: Server, provider: Provider, visitor: Visitor): void {
  const answer = provider.callback();
  server.on("request", (request, response) => {
    if (!request.url?.startsWith("/visit/")) {
      void answer(request, response);
      return;
    }
    void provider.interactionFinished(request, response, {
      login: { accountId: visitor.subject, acr: visitor.acr, remember: false },
    });
  });
}

async function visit(address: string, issuer: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let next = new URL(address);
  for (let step = 0; step < 10 && next.href.startsWith(issuer); step += 1) {
    const answer = await fetch(next, {
      redirect: "manual",
      headers: { cookie: [...cookies].map((pair) => pair.join("=")).join("; ") },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split(/=(.*)/s);
      cookies.set(name, value);
    }
    const location = answer.headers.get("location");
    if (!location) throw new Error(`the provider stopped: ${answer.status} ${await answer.text()}`);
    next = new URL(location, next);
  }
  return next;
}

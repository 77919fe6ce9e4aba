import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthPage } from "@/components/auth/auth-page";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { browserToken } from "@/lib/auth/browser";
import { lastLinkOfBrowser } from "@/lib/auth/queries";
import { requestContext } from "@/lib/auth/request-context";
import { clockTime } from "@/lib/kernel/rome-words";
import { hasTrialMailbox } from "@/lib/mail/trial-mailbox";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  return { title: t("sent.title"), robots: { index: false } };
}

/** After asking for a link: where it went and until when it holds. The address holds no mailbox. */
export default async function LinkSentPage() {
  const t = await getTranslations("auth");
  const ctx = await requestContext("public");
  const link = await lastLinkOfBrowser(ctx, await browserToken());
  if (!link) {
    return (
      <AuthPage title={t("sent.title")} lead={t("sent.nothing")}>
        <ButtonLink href={routes.signIn()}>{t("again")}</ButtonLink>
      </AuthPage>
    );
  }
  return (
    <AuthPage
      title={t("sent.title")}
      lead={t.rich("sent.lead", { email: link.email, b: (words) => <strong>{words}</strong> })}
    >
      <Panel title={t("sent.nextTitle")}>
        <ol>
          <li>{t("sent.open")}</li>
          <li>{t("sent.browser")}</li>
          <li>{t("sent.until", { hour: clockTime(link.expiresAt, "minutes") })}</li>
        </ol>
      </Panel>
      {hasTrialMailbox() && (
        <Callout>
          {t("sent.trial")} <Link href={routes.trialMailbox()}>{t("sent.trialLink")}</Link>
        </Callout>
      )}
      <div>
        <h2 className="ct-h3">{t("sent.missingTitle")}</h2>
        <p>{t("sent.missing")}</p>
        <p>
          <Link href={routes.signIn(link.returnTo)}>{t("again")}</Link>
        </p>
      </div>
    </AuthPage>
  );
}

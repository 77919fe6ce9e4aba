import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthPage } from "@/components/auth/auth-page";
import { Callout } from "@/components/ui/callout";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { hasTrialMailbox } from "@/lib/mail/trial-mailbox";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("subscriptions");
  return { title: t("sent.title"), robots: { index: false } };
}

/** After asking; the same for every mailbox, known or not. The address holds none. */
export default async function SubscriptionSentPage() {
  const t = await getTranslations("subscriptions");
  return (
    <AuthPage title={t("sent.title")} lead={t("sent.lead")}>
      <Panel title={t("sent.missingTitle")}>
        <p className="mb-0">{t("sent.missing")}</p>
      </Panel>
      {hasTrialMailbox() && (
        <Callout>
          {t("sent.trial")} <Link href={routes.trialMailbox()}>{t("sent.trialLink")}</Link>
        </Callout>
      )}
    </AuthPage>
  );
}

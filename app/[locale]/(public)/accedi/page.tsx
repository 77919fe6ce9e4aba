import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthPage } from "@/components/auth/auth-page";
import { MailboxForm } from "@/components/auth/mailbox-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { Alert } from "@/components/ui/callout";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { ownPath } from "@/lib/auth/core/return-to";
import { identityProvider } from "@/lib/auth/identity-provider";
import { pageTitle } from "@/lib/i18n/page-title";
import { routes } from "@/lib/routes";
import { requestLink } from "./actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations("auth");
  const { errore } = await searchParams;
  return {
    title: await pageTitle(t("signIn.title"), errore !== undefined),
    robots: { index: false },
  };
}

/** The ways in: identity provider where there is one, and a link by e-mail. */
export default async function SignInPage({ searchParams }: Props) {
  const t = await getTranslations("auth");
  const { ritorno, errore, fatto } = await searchParams;
  const returnTo = ownPath(ritorno);
  const provider = identityProvider();
  return (
    <AuthPage title={t("signIn.title")} lead={t("signIn.lead")}>
      {(errore === "livello" || errore === "identita") && (
        <Alert tone="error" urgent>
          {t(`signIn.errors.${errore}`)}
        </Alert>
      )}
      {fatto === "uscita" && <Alert tone="done">{t("signOut.done")}</Alert>}
      {provider && (
        <Panel title={t("identity.title")}>
          <p>{t("identity.text")}</p>
          <div className="ct-auth-buttons">
            {provider.buttons.map((button) => (
              <a key={button} className="btn btn-primary" href={routes.identitySignIn(returnTo)}>
                {t(`identity.buttons.${button}`)}
              </a>
            ))}
          </div>
        </Panel>
      )}
      <Panel title={t("mailbox.title")}>
        <p>{t("mailbox.text")}</p>
        <ClientMessages namespaces={["auth"]}>
          <MailboxForm action={requestLink} returnTo={returnTo} />
        </ClientMessages>
      </Panel>
      <p>
        {t("signIn.staff")} <Link href={routes.staffSignIn()}>{t("signIn.staffLink")}</Link>
      </p>
    </AuthPage>
  );
}

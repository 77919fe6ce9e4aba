import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthPage } from "@/components/auth/auth-page";
import { InvitationForm } from "@/components/auth/invitation-form";
import { QrCode } from "@/components/auth/qr-code";
import { ClientMessages } from "@/components/layout/client-messages";
import { Panel } from "@/components/ui/panel";
import { oneTimeAddress } from "@/lib/auth/one-time-code";
import { requestContext } from "@/lib/auth/request-context";
import { env } from "@/lib/env";
import { openInvitation } from "@/lib/people/queries/accounts";
import { followInvitation } from "../actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  return { title: t("invitation.title"), robots: { index: false }, referrer: "same-origin" };
}

/** Where an invitation of staff leads: an authenticator app, a password, done. */
export default async function InvitationPage({ searchParams }: Props) {
  const t = await getTranslations("auth");
  const { chiave } = await searchParams;
  const token = typeof chiave === "string" ? chiave : "";
  const invitation = await openInvitation(await requestContext("public"), token);
  if (!invitation) {
    return <AuthPage title={t("invitation.gone")} lead={t("refusals.unknown_invitation")} />;
  }
  const { secret, email } = invitation;
  return (
    <AuthPage title={t("invitation.title")} lead={t("invitation.lead")}>
      <Panel title={t("invitation.appTitle")}>
        <p>{t("invitation.appText")}</p>
        <QrCode
          text={oneTimeAddress(secret, email, env().PROGRAMME_NAME)}
          label={t("invitation.qr")}
        />
        <p className="mt-3">
          {t("invitation.byHand")}{" "}
          <span className="ct-mono">{secret.match(/.{1,4}/g)?.join(" ")}</span>
        </p>
      </Panel>
      <Panel title={t("invitation.passwordTitle")}>
        <ClientMessages namespaces={["auth"]}>
          <InvitationForm action={followInvitation} token={token} email={email} />
        </ClientMessages>
      </Panel>
    </AuthPage>
  );
}

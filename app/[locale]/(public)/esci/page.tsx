import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthPage } from "@/components/auth/auth-page";
import { LeavingForm } from "@/components/auth/leaving-form";
import { SignInForm } from "@/components/auth/sign-in-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { Link } from "@/components/ui/link";
import { currentSession } from "@/lib/auth/request-context";
import { routes } from "@/lib/routes";
import { signOut } from "../accedi/actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  return { title: t("signOut.title"), robots: { index: false } };
}

/** Signing out takes a button: a picture in somebody else's page must not do it. */
export default async function SignOutPage() {
  const t = await getTranslations("auth");
  const session = await currentSession();
  if (!session) {
    return (
      <AuthPage title={t("signOut.title")} lead={t("signOut.already")}>
        <Link href={routes.signIn()}>{t("signIn.title")}</Link>
      </AuthPage>
    );
  }
  return (
    <AuthPage title={t("signOut.title")} lead={t("signOut.lead", { who: session.displayName })}>
      <ClientMessages namespaces={["auth"]}>
        <LeavingForm>
          <SignInForm
            action={signOut}
            submit={t("signOut.submit")}
            pending={t("signOut.pending")}
          />
        </LeavingForm>
      </ClientMessages>
      <p>
        <Link href={routes.sessions()}>{t("signOut.sessions")}</Link>
      </p>
    </AuthPage>
  );
}

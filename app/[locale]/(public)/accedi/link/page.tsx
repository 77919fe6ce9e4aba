import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthPage } from "@/components/auth/auth-page";
import { SignInForm } from "@/components/auth/sign-in-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { browserToken } from "@/lib/auth/browser";
import { linkForBrowser } from "@/lib/auth/queries";
import { requestContext } from "@/lib/auth/request-context";
import { pageTitle } from "@/lib/i18n/page-title";
import { routes } from "@/lib/routes";
import { useLink } from "../actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

async function seen({ searchParams }: Props) {
  const { chiave } = await searchParams;
  const token = typeof chiave === "string" ? chiave : "";
  const ctx = await requestContext("public");
  return { token, ...(await linkForBrowser(ctx, token, await browserToken())) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("auth");
  const { verdict } = await seen(props);
  const title = verdict.ok
    ? t("link.title")
    : await pageTitle(t(`link.titles.${verdict.reason}`), true);
  // The key stays on this site. Not "no-referrer": forms would be sent without their origin.
  return { title, robots: { index: false }, referrer: "same-origin" };
}

/** Where a magic link leads. Looking changes nothing, so mail scanners may; the button signs in. */
export default async function LinkPage(props: Props) {
  const t = await getTranslations("auth");
  const { verdict, token, email, returnTo } = await seen(props);
  if (!verdict.ok) {
    return (
      <AuthPage title={t(`link.titles.${verdict.reason}`)} lead={t(`refusals.${verdict.reason}`)}>
        <ButtonLink href={routes.signIn(returnTo)}>{t("again")}</ButtonLink>
      </AuthPage>
    );
  }
  return (
    <AuthPage
      title={t("link.title")}
      lead={t.rich("link.lead", {
        email: email ?? "",
        b: (words) => <strong>{words}</strong>,
      })}
    >
      <ClientMessages namespaces={["auth"]}>
        <SignInForm
          action={useLink}
          hidden={{ token }}
          submit={t("link.submit")}
          pending={t("link.pending")}
        />
      </ClientMessages>
    </AuthPage>
  );
}

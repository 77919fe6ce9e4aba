import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthPage } from "@/components/auth/auth-page";
import { SignInForm } from "@/components/auth/sign-in-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { WishSummary } from "@/components/public/subscriptions/wish-summary";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { requestContext } from "@/lib/auth/request-context";
import { pageTitle } from "@/lib/i18n/page-title";
import { routes } from "@/lib/routes";
import { requestOf } from "@/lib/subscriptions/queries/own-subscription";
import { confirm } from "../actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

async function seen({ searchParams }: Props) {
  const { chiave } = await searchParams;
  const token = typeof chiave === "string" ? chiave : "";
  return { token, ...(await requestOf(await requestContext("public"), token)) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("subscriptions");
  const { verdict } = await seen(props);
  return {
    title: verdict.ok ? t("confirm.title") : await pageTitle(t("confirm.over"), true),
    robots: { index: false },
    referrer: "same-origin",
  };
}

/** Where the link of the letter leads. Looking changes nothing, so mail scanners may. */
export default async function ConfirmSubscriptionPage(props: Props) {
  const t = await getTranslations("subscriptions");
  const { verdict, token, request } = await seen(props);
  if (!verdict.ok || !request) {
    return (
      <AuthPage title={t("confirm.over")} lead={t("confirm.overText")}>
        <ButtonLink href={routes.subscribe()}>{t("confirm.again")}</ButtonLink>
      </AuthPage>
    );
  }
  return (
    <AuthPage
      title={t("confirm.title")}
      lead={t.rich("confirm.lead", {
        email: request.email,
        b: (words) => <strong>{words}</strong>,
      })}
    >
      <Panel title={t("mailbox.wishes")}>
        <WishSummary {...request} />
      </Panel>
      <p>{t("confirm.replaces")}</p>
      <ClientMessages namespaces={["auth"]}>
        <SignInForm
          action={confirm}
          hidden={{ token }}
          submit={t("confirm.submit")}
          pending={t("pending")}
        />
      </ClientMessages>
    </AuthPage>
  );
}

import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AuthPage } from "@/components/auth/auth-page";
import { SignInForm } from "@/components/auth/sign-in-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { WishSummary } from "@/components/public/subscriptions/wish-summary";
import { ButtonLink } from "@/components/ui/button";
import { Alert } from "@/components/ui/callout";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { requestContext } from "@/lib/auth/request-context";
import { romeDate } from "@/lib/kernel/rome-time";
import { longDate } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";
import { writeWishes } from "@/lib/subscriptions/core/wish-address";
import { subscriptionOf } from "@/lib/subscriptions/queries/own-subscription";
import { leave, prolong } from "../actions";

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("subscriptions");
  // The address is the key: it is told to no other site, and forms are sent with their origin.
  return { title: t("own.title"), robots: { index: false }, referrer: "same-origin" };
}

/** A subscription by the key of its letters: what it asks for, until when, and the way out. */
export default async function SubscriptionPage({ params, searchParams }: Props) {
  const [{ token }, { fatto }] = await Promise.all([params, searchParams]);
  const [t, locale, ctx] = await Promise.all([
    getTranslations("subscriptions"),
    getLocale(),
    requestContext("public"),
  ]);
  const own = await subscriptionOf(ctx, token);
  if (!own) {
    return (
      <AuthPage title={t("own.none")} lead={t("own.noneText")}>
        <ButtonLink href={routes.subscribe()}>{t("own.subscribe")}</ButtonLink>
      </AuthPage>
    );
  }
  const wishes = { ...own, zones: own.zones.map(({ slug }) => slug) };
  return (
    <AuthPage
      title={t("own.title")}
      lead={t.rich("own.lead", { email: own.email, b: (words) => <strong>{words}</strong> })}
    >
      {(fatto === "conferma" || fatto === "proroga") && (
        <Alert tone="done">{t(`own.done.${fatto}`)}</Alert>
      )}
      <Panel
        title={t("mailbox.wishes")}
        aside={<Link href={routes.subscribe() + writeWishes(wishes)}>{t("own.change")}</Link>}
      >
        <WishSummary {...own} />
      </Panel>
      <ClientMessages namespaces={["auth"]}>
        <Panel title={t("own.leave")}>
          <p>{t("own.leaveText")}</p>
          <SignInForm
            action={leave}
            hidden={{ token }}
            submit={t("own.leaveNow")}
            pending={t("pending")}
          />
        </Panel>
        <Panel title={t("own.until", { day: longDate(romeDate(own.expiresAt), locale) })}>
          <p>{t("own.prolongText")}</p>
          <SignInForm
            action={prolong}
            hidden={{ token }}
            look="outline"
            submit={t("own.prolong")}
            pending={t("pending")}
          />
        </Panel>
      </ClientMessages>
    </AuthPage>
  );
}

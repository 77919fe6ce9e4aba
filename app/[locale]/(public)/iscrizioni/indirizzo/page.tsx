import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthPage } from "@/components/auth/auth-page";
import { MailboxForm } from "@/components/auth/mailbox-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { WishSummary } from "@/components/public/subscriptions/wish-summary";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { requestContext } from "@/lib/auth/request-context";
import { routes } from "@/lib/routes";
import { readWishes, writeWishes } from "@/lib/subscriptions/core/wish-address";
import { zonesInForce } from "@/lib/territory/queries";
import { askMailbox } from "../actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("subscriptions");
  return { title: t("mailbox.title"), robots: { index: false } };
}

/** Second step: where to write to. */
export default async function SubscribeMailboxPage({ searchParams }: Props) {
  const wishes = readWishes(await searchParams);
  const [t, ctx] = await Promise.all([getTranslations("subscriptions"), requestContext("public")]);
  const zones = (await zonesInForce(ctx)).filter(({ slug }) => wishes.zones.includes(slug));
  return (
    <AuthPage title={t("mailbox.title")} lead={t("mailbox.lead")}>
      <Panel
        title={t("mailbox.wishes")}
        aside={
          <Link href={routes.subscribe() + writeWishes(wishes)}>{t("mailbox.changeWishes")}</Link>
        }
      >
        <WishSummary {...wishes} zones={zones} />
      </Panel>
      <Panel title={t("mailbox.where")}>
        <ClientMessages namespaces={["auth"]}>
          <MailboxForm
            action={askMailbox}
            hidden={{
              zones: wishes.zones.join(","),
              themes: wishes.themes.join(","),
              audiences: wishes.audiences.join(","),
              daily: String(wishes.daily),
            }}
            submit={t("mailbox.submit")}
          />
        </ClientMessages>
        <p className="ct-muted mt-3 mb-0">
          {t("mailbox.privacy")} <Link href={routes.privacy()}>{t("mailbox.privacyLink")}</Link>
        </p>
      </Panel>
    </AuthPage>
  );
}

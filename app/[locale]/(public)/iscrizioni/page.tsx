import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WishForm } from "@/components/public/subscriptions/wish-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Alert } from "@/components/ui/callout";
import { requestContext } from "@/lib/auth/request-context";
import { routes } from "@/lib/routes";
import { readWishes } from "@/lib/subscriptions/core/wish-address";
import { zonesInForce } from "@/lib/territory/queries";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("subscriptions");
  return { title: t("title"), description: t("lead") };
}

/** First step: what to hear of, filled in from the filters one comes from. */
export default async function SubscribePage({ searchParams }: Props) {
  const given = await searchParams;
  const [t, calls, ctx] = await Promise.all([
    getTranslations("subscriptions"),
    getTranslations("calls"),
    requestContext("public"),
  ]);
  return (
    <div className="container pb-5">
      <Breadcrumb
        items={[
          { label: calls("home"), href: routes.home() },
          { label: calls("list.title"), href: routes.calls() },
          { label: t("title") },
        ]}
      />
      <div className="ct-pagehead">
        <h1>{t("title")}</h1>
        <p className="ct-lead mb-0">{t("lead")}</p>
      </div>
      {given.fatto === "disdetta" && <Alert tone="done">{t("left")}</Alert>}
      <WishForm wishes={readWishes(given)} zones={await zonesInForce(ctx)} />
    </div>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { VersionComparison } from "@/components/public/version-comparison";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Feedback } from "@/components/ui/feedback";
import { requestContext } from "@/lib/auth/request-context";
import { callVersions } from "@/lib/calls/queries/call-versions";
import { addressIn } from "@/lib/i18n/addresses";
import { routes } from "@/lib/routes";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const read = cache(async (slug: string) => {
  const found = await callVersions(await requestContext("public"), slug);
  return found ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("calls");
  const { slug, title } = await read((await params).slug);
  return {
    title: t("versions.title", { title }),
    alternates: { canonical: addressIn(await getLocale(), routes.callVersions(slug)) },
  };
}

/** All versions of a call that were published, and any two of them compared. */
export default async function CallVersionsPage({ params, searchParams }: Props) {
  const t = await getTranslations("calls");
  const found = await read((await params).slug);
  const { da, a } = await searchParams;
  return (
    <>
      <div className="container ct-pagehead-narrow">
        <Breadcrumb
          items={[
            { label: t("list.title"), href: routes.calls() },
            { label: found.title, href: routes.call(found.slug) },
            { label: t("versions.heading") },
          ]}
        />
        <h1>{t("versions.heading")}</h1>
        <p className="ct-lead">{t("versions.lead", { title: found.title, body: found.body })}</p>
        <VersionComparison found={found} from={Number([da].flat()[0])} to={Number([a].flat()[0])} />
      </div>
      <Feedback page={routes.callVersions(found.slug)} />
    </>
  );
}

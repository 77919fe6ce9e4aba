import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { CallBody } from "@/components/public/call-body";
import { CallHead } from "@/components/public/call-head";
import { CallJsonLd } from "@/components/public/call-json-ld";
import { CallShare } from "@/components/public/call-share";
import { Feedback } from "@/components/ui/feedback";
import { requestContext } from "@/lib/auth/request-context";
import { callPage } from "@/lib/calls/queries/call-page";
import { env } from "@/lib/env";
import { addressIn } from "@/lib/i18n/addresses";
import { PICTURE_SIZE } from "@/lib/pictures/picture-size";
import { routes } from "@/lib/routes";

type Props = { params: Promise<{ slug: string }> };

/** Asked once by the title and once by the page. */
const pageOf = cache(async (slug: string) => {
  const ctx = await requestContext("public");
  return { now: ctx.now, call: await callPage(ctx, slug) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { call } = await pageOf((await params).slug);
  if (!call) return {};
  const locale = await getLocale();
  const canonical = addressIn(locale, routes.call(call.slug));
  return {
    title: call.title,
    description: call.summary,
    alternates: { canonical },
    openGraph: {
      ...{ type: "website", title: call.title, description: call.summary, url: canonical },
      siteName: env().PROGRAMME_NAME,
      images: [
        {
          url: routes.callPicture(call.slug, call.version, locale),
          ...PICTURE_SIZE,
          alt: call.title,
        },
      ],
    },
    twitter: { card: "summary_large_image" },
  };
}

export default async function CallDetailPage({ params }: Props) {
  const { call, now } = await pageOf((await params).slug);
  if (!call) notFound();
  return (
    <>
      <CallJsonLd call={call} address={`${env().APP_ORIGIN}${routes.call(call.slug)}`} />
      <CallHead call={call} now={now} />
      <CallBody call={call} now={now}>
        <CallShare
          call={call}
          short={`${new URL(env().APP_ORIGIN).host}${routes.shortCall(call.shortCode)}`}
        />
      </CallBody>
      <Feedback page={routes.call(call.slug)} />
    </>
  );
}

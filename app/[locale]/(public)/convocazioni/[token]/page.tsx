import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { Callout } from "@/components/ui/callout";
import { CertificatePanel } from "@/components/workshops/certificate-panel";
import { OwnMeetingPanel } from "@/components/workshops/own-meeting-panel";
import { ParticipantHead } from "@/components/workshops/participant-head";
import { requestContext } from "@/lib/auth/request-context";
import { NotFound, RateLimited } from "@/lib/kernel/errors";
import { limitByAddress } from "@/lib/platform/limit-by-address";
import { limits } from "@/lib/platform/rate-limit";
import { tellTooMany } from "@/lib/platform/told-status";
import { participationByToken } from "@/lib/workshops/queries/participation-by-token";
import { answerAction } from "../actions";

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("workshops");
  // The address is the key: it is told to no other site. Our own must learn the origin of the form,
  // or the framework refuses the action where there are no scripts.
  return {
    title: t("own.title"),
    robots: { index: false, follow: false },
    referrer: "same-origin",
  };
}

/** What a convocation leads to: each meeting with its answer, the calendar, the certificate. */
export default async function Convocation({ params, searchParams }: Props) {
  const { token } = await params;
  const { fatto } = await searchParams;
  const t = await getTranslations("workshops");
  const locale = await getLocale();
  const found = await participation(token);
  if (!found) {
    return (
      <div className="container ct-page">
        <h1>{t("own.title")}</h1>
        <Callout tone="cotto">{t("own.tooMany")}</Callout>
      </div>
    );
  }
  const { of, now } = found;
  return (
    <ClientMessages namespaces={["workshopForms"]}>
      <div className="container ct-page ws-own">
        <ParticipantHead of={of} token={token} />
        {of.certificate && <CertificatePanel certificate={of.certificate} token={token} />}
        <h2 className="ws-own-h2">{t("own.meetings", { count: of.meetings.length })}</h2>
        {of.meetings.map((meeting) => (
          <OwnMeetingPanel
            key={meeting.id}
            meeting={meeting}
            token={token}
            action={answerAction}
            saved={fatto === meeting.id}
            locale={locale}
            now={now}
          />
        ))}
        <Callout icon="lock">{t("own.personal")}</Callout>
      </div>
    </ClientMessages>
  );
}

/** Undefined when too many ask from one network; anything but a link of ours does not exist. */
async function participation(token: string) {
  const ctx = await requestContext("public");
  try {
    await limitByAddress(ctx, await headers(), "convocation", limits.convocation);
    return { of: await participationByToken(ctx, token), now: ctx.now };
  } catch (error) {
    if (error instanceof NotFound) notFound();
    if (!(error instanceof RateLimited)) throw error;
    tellTooMany(error.retryAfterSeconds);
    return undefined;
  }
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CallBody } from "@/components/public/call-body";
import { CallHead } from "@/components/public/call-head";
import { PreviewShell } from "@/components/staff/preview-shell";
import { Callout } from "@/components/ui/callout";
import { callPreview } from "@/lib/calls/queries/call-preview";
import { env } from "@/lib/env";
import { routes } from "@/lib/routes";
import { readAsStaff } from "../../../../../staff-request";

type Props = { params: Promise<{ id: string }> };

const read = (id: string) =>
  readAsStaff(routes.staffCallPreview(id), async (ctx) => ({
    ...(await callPreview(ctx, id)),
    now: ctx.now,
  }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("editor");
  const { call } = await read((await params).id);
  return { title: t("preview.title", { title: call.title }), robots: { index: false } };
}

/** The page of a call as the public will find it, before anybody can. */
export default async function PreviewPage({ params }: Props) {
  const { call: written, missing, now } = await read((await params).id);
  const [t, points] = await Promise.all([getTranslations("editor"), getTranslations("staff")]);
  const call = { ...written, applyAt: routes.staffCallTrial(written.id) };
  return (
    <PreviewShell callId={call.id} programme={env().PROGRAMME_NAME}>
      {missing.length > 0 && (
        <div className="container py-4">
          <Callout tone="amber">
            <p>{t("preview.missing")}</p>
            <ul>
              {missing.map((point) => (
                <li key={point}>{points(`points.${point}.missing`)}</li>
              ))}
            </ul>
          </Callout>
        </div>
      )}
      <CallHead call={call} now={now} />
      <CallBody call={call} now={now} />
    </PreviewShell>
  );
}

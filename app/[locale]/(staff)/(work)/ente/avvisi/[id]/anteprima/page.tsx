import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CallPreview } from "@/components/staff/call-preview";
import { StaffWork } from "@/components/staff/staff-frames";
import { Pill } from "@/components/ui/pill";
import { callEditor } from "@/lib/calls/queries/call-editor";
import { staffFrame } from "@/lib/review/queries/staff-frame";
import { routes } from "@/lib/routes";
import { readAsStaff } from "../../../../../staff-request";

type Props = { params: Promise<{ id: string }> };

const read = (id: string) =>
  readAsStaff(routes.staffCallPreview(id), async (ctx) => ({
    call: await callEditor(ctx, id),
    frame: await staffFrame(ctx),
  }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("staff");
  const { call } = await read((await params).id);
  return { title: t("preview.title", { title: call.title }), robots: { index: false } };
}

/** How applicants will read the call, before anybody can. */
export default async function PreviewPage({ params }: Props) {
  const t = await getTranslations("staff");
  const locale = await getLocale();
  const { call, frame } = await read((await params).id);
  return (
    <StaffWork
      frame={frame}
      back={{ href: routes.staffCallEdit(call.id), label: t("preview.back") }}
      title={call.title}
      state={<Pill tone="warn">{t("preview.pill")}</Pill>}
    >
      <CallPreview call={call} locale={locale} />
    </StaffWork>
  );
}

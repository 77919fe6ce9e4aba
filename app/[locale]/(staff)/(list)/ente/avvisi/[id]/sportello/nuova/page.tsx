import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { AssistedForm } from "@/components/staff/assisted-form";
import { CallHead } from "@/components/staff/call-head";
import { deskPage } from "@/lib/applications/queries/desk-page";
import { staffCall } from "@/lib/review/queries/staff-calls";
import { routes } from "@/lib/routes";
import { startAssistedAction } from "../../../../../../desk-actions";
import { readAsStaff } from "../../../../../../staff-request";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk");
  return { title: t("new") };
}

/** How somebody came, who it is, how the person was known: before the form itself. */
export default async function NewDeskEntryPage({ params }: Props) {
  const [{ id }, t] = await Promise.all([params, getTranslations("desk")]);
  const { call, ...desk } = await readAsStaff(routes.staffNewDeskEntry(id), async (ctx) => ({
    call: await staffCall(ctx, id),
    ...(await deskPage(ctx, id)),
  }));
  return (
    <ClientMessages namespaces={["staff", "desk"]}>
      <CallHead call={call} here="applications" title={t("new")} text={t("newText")} />
      <AssistedForm
        hidden={{ key: randomUUID(), callId: id }}
        tracks={desk.tracks}
        ways={desk.ways}
        over={desk.over}
        privacyVersion={desk.privacyVersion}
        start={startAssistedAction}
      />
    </ClientMessages>
  );
}

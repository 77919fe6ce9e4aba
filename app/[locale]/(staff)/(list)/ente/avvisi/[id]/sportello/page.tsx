import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CallHead } from "@/components/staff/call-head";
import { DeskTable } from "@/components/staff/desk-table";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { deskPage } from "@/lib/applications/queries/desk-page";
import { staffCall } from "@/lib/review/queries/staff-calls";
import { routes } from "@/lib/routes";
import { readAsStaff } from "../../../../../staff-request";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk");
  return { title: t("title") };
}

/** What the desk entered for a call, and the way to enter more. */
export default async function DeskPage({ params }: Props) {
  const [{ id }, t, locale] = await Promise.all([params, getTranslations("desk"), getLocale()]);
  const { call, rows, ways } = await readAsStaff(routes.staffDesk(id), async (ctx) => ({
    call: await staffCall(ctx, id),
    ...(await deskPage(ctx, id)),
  }));
  const open = ways.some(({ reason }) => reason === undefined);
  const begin = open && <ButtonLink href={routes.staffNewDeskEntry(id)}>{t("new")}</ButtonLink>;
  return (
    <>
      <CallHead
        call={call}
        here="applications"
        title={t("title")}
        text={t("text")}
        actions={begin}
      />
      {!open && <Callout tone="cotto">{t("closed")}</Callout>}
      {rows.length > 0 ? (
        <DeskTable callId={id} rows={rows} locale={locale === "en" ? "en" : "it"} />
      ) : (
        <EmptyState title={t("none.title")} text={t("none.text")} />
      )}
    </>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { ActHistory } from "@/components/staff/act-history";
import { ActKinds } from "@/components/staff/act-kinds";
import { CallHead } from "@/components/staff/call-head";
import { Alert } from "@/components/ui/callout";
import { staffActs } from "@/lib/calls/queries/staff-acts";
import { staffCall } from "@/lib/review/queries/staff-calls";
import { routes } from "@/lib/routes";
import { readAsStaff } from "../../../../../staff-request";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("acts");
  return { title: t("title") };
}

/** The acts of a call: the ones that were published, with their messages, and a new one. */
export default async function ActsPage({ params, searchParams }: Props) {
  const t = await getTranslations("acts");
  const { id } = await params;
  const { head, page } = await readAsStaff(routes.staffActs(id), async (ctx) => ({
    head: await staffCall(ctx, id),
    page: await staffActs(ctx, id),
  }));
  const { fatto } = await searchParams;
  return (
    <ClientMessages namespaces={["staff"]}>
      <CallHead call={head} here="call" title={t("title")} text={t("lead")} />
      {fatto === "pubblicato" && <Alert tone="done">{t("published")}</Alert>}
      {fatto === "messo-da-parte" && <Alert tone="done">{t("dropped")}</Alert>}
      <div className="st-cols c-2-1 mt-m">
        <ActHistory page={page} />
        <ActKinds page={page} />
      </div>
    </ClientMessages>
  );
}

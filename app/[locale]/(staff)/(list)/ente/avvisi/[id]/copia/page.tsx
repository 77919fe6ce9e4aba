import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { StaffHead } from "@/components/layout/staff-page";
import { CopyChooser } from "@/components/staff/copy-chooser";
import { CopyForm } from "@/components/staff/copy-form";
import { Link } from "@/components/ui/link";
import { type CommonDays, withCommonDays } from "@/lib/calls/core/local-copy";
import { copySource } from "@/lib/calls/queries/copy-source";
import { routes } from "@/lib/routes";
import { copyCallAction } from "../../../../../copy-actions";
import { readForTerritory } from "../../../../../staff-request";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("copies");
  return { title: t("chooseTitle") };
}

/** First the bodies, by GET; then, for each of them, what is its own. */
export default async function CopyCallPage({ params, searchParams }: Props) {
  const t = await getTranslations("copies");
  const { id } = await params;
  const asked = await searchParams;
  const { key, ...source } = await readForTerritory(routes.staffCopyCall(id), async (ctx) => ({
    ...(await copySource(ctx, id)),
    key: ctx.newId(),
  }));
  const wanted = new Set([asked.ente ?? []].flat());
  const chosen = source.targets.filter((target) => wanted.has(target.id));
  const days: CommonDays = {
    opensOn: one(asked.dal),
    closesOn: one(asked.al),
    closesAtTime: one(asked.ore),
  };
  return (
    <ClientMessages namespaces={["staff", "copies"]}>
      <p className="st-crumb">
        <Link href={routes.staffCall(id)}>{source.title}</Link>
        <span aria-hidden="true">/</span>
        <strong>{t("copy")}</strong>
      </p>
      <StaffHead
        title={t("chooseTitle")}
        text={chosen.length > 0 ? t("writeText", { count: chosen.length }) : t("chooseText")}
      />
      {chosen.length > 0 ? (
        <CopyForm
          source={source}
          setKey={key}
          targets={chosen.map((target) => ({ ...target, row: withCommonDays(target.row, days) }))}
          copy={copyCallAction}
        />
      ) : (
        <CopyChooser source={source} missing={asked.scelta !== undefined} days={days} />
      )}
    </ClientMessages>
  );
}

const one = (given: string | string[] | undefined) => [given ?? ""].flat()[0] ?? "";

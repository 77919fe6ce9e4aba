import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { StaffHead } from "@/components/layout/staff-page";
import { RegimePanel } from "@/components/staff/regime-panel";
import { RegimeTable } from "@/components/staff/regime-table";
import { Alert } from "@/components/ui/callout";
import { bodyRegimes } from "@/lib/calls/queries/regimes-page";
import { routes } from "@/lib/routes";
import { adjustRegimeAction } from "../../../regime-actions";
import { readAsStaff } from "../../../staff-request";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("regimes");
  return { title: t("title") };
}

/** What each regime switches for the bodies one works for, and the form that adjusts one of them. */
export default async function RegimesPage({ searchParams }: Props) {
  const t = await getTranslations("regimes");
  const staff = await getTranslations("staff");
  const { ente, procedura, fatto } = await searchParams;
  const bodies = await readAsStaff(routes.staffRegimes(), bodyRegimes);
  const body = bodies.find(({ id }) => id === ente);
  const chosen = body?.regimes.find(({ regime }) => regime === procedura);
  if (procedura !== undefined && !chosen) notFound();
  return (
    <ClientMessages namespaces={["staff", "regimes"]}>
      <StaffHead
        title={chosen ? staff(`regimes.${chosen.regime}`) : t("title")}
        text={chosen ? body?.name : t("text")}
      />
      {fatto === "si" && chosen && (
        <Alert tone="done">{t("done", { version: chosen.versions[0]?.version ?? 0 })}</Alert>
      )}
      {body && chosen ? (
        <RegimePanel body={body} {...chosen} adjust={adjustRegimeAction} />
      ) : (
        <div className="stack mt-m">
          {bodies.map((one) => (
            <RegimeTable key={one.id} body={one} />
          ))}
        </div>
      )}
    </ClientMessages>
  );
}

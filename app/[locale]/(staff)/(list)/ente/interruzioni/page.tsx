import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { StaffHead } from "@/components/layout/staff-page";
import { OutageForm } from "@/components/staff/outage-form";
import { OutageList } from "@/components/staff/outage-list";
import { Alert } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { outagesPage } from "@/lib/calls/queries/outages-page";
import { routes } from "@/lib/routes";
import { endOutageAction, recordOutageAction, withdrawOutageAction } from "../../../outage-actions";
import { readAsStaff } from "../../../staff-request";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const DONE = ["scritta", "finita", "ritirata"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("deadline");
  return { title: t("outages.title") };
}

/** The register of outages: what the system noticed, what staff wrote, which calls it touched. */
export default async function OutagesPage({ searchParams }: Props) {
  const t = await getTranslations("deadline");
  const { outages, bodies, now } = await readAsStaff(routes.staffOutages(), outagesPage);
  const { fatto } = await searchParams;
  const done = DONE.find((one) => one === fatto);
  return (
    <ClientMessages namespaces={["staff", "deadline"]}>
      <StaffHead title={t("outages.title")} text={t("outages.text")} />
      {done && <Alert tone="done">{t(`outages.done.${done}`)}</Alert>}
      <div className="st-cols c-2-1 mt-m">
        {outages.length === 0 ? (
          <EmptyState title={t("outages.none.title")} text={t("outages.none.text")} />
        ) : (
          <OutageList
            outages={outages}
            now={now}
            end={endOutageAction}
            withdraw={withdrawOutageAction}
          />
        )}
        {bodies.length > 0 && <OutageForm bodies={bodies} record={recordOutageAction} />}
      </div>
    </ClientMessages>
  );
}

import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Consequences } from "@/components/ui/consequences";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import type { Action } from "@/lib/actions";
import { routes } from "@/lib/routes";
import type { SeriesView } from "@/lib/workshops/queries/series-view";
import { WorkshopForm } from "./workshop-form";

/** Certificates of a cycle: how many are due, why not yet, those that were issued. */
export function CertificatesPanel({ series, action }: { series: SeriesView; action: Action }) {
  const t = useTranslations("workshops");
  const forms = useTranslations("workshopForms");
  const { due, issued, verdict } = series.certificates;
  const reached = series.participants.filter((one) => one.standing === "reached").length;
  return (
    <Panel title={t("certificates.title")}>
      <p className="soft small">
        {t("certificates.reached", { reached, threshold: series.threshold })}{" "}
        {issued > 0 && t("certificates.issued", { issued })}
      </p>
      {series.may.plan && verdict.ok && (
        <>
          <Consequences
            label={t("consequences")}
            items={[
              { key: "number", icon: "doc", text: t("certificates.numbers", { due }) },
              { key: "mails", icon: "mail-s", text: t("certificates.mails", { due }) },
              { key: "lock", icon: "lock", text: t("certificates.final") },
            ]}
          />
          <WorkshopForm action={action} hidden={{ seriesId: series.id }} className="mt-m">
            <SubmitButton pending={t("certificates.pending")}>
              {t("certificates.submit", { due })}
            </SubmitButton>
          </WorkshopForm>
        </>
      )}
      {series.may.plan && !verdict.ok && verdict.reason !== "all_issued" && (
        <p className="mt-m">
          <Button look="outline" refusal={forms(`refusals.${verdict.reason}`)}>
            {t("certificates.submitNone")}
          </Button>
        </p>
      )}
      <ul className="mini mt-s list-unstyled">
        {series.participants.flatMap((one) =>
          one.certificate ? (
            <li key={one.id}>
              <Link href={routes.document(one.certificate.id)} prefetch={false}>
                {one.name}
              </Link>
              <span className="soft">{one.certificate.code}</span>
            </li>
          ) : (
            []
          ),
        )}
      </ul>
    </Panel>
  );
}

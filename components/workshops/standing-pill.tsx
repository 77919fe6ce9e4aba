import { useTranslations } from "next-intl";
import { Pill } from "@/components/ui/pill";
import type { CertificateStanding } from "@/lib/workshops/core/threshold";

type Props = {
  row: { attended: number; toCome: number; standing: CertificateStanding };
  threshold: number;
};

/** Whether a person can still reach the certificate, in words. */
export function StandingPill({ row, threshold }: Props) {
  const t = useTranslations("workshops");
  if (row.standing === "reached") {
    return (
      <Pill tone="on" icon="check-s">
        {t("standing.reached")}
      </Pill>
    );
  }
  if (row.standing === "lost") {
    return (
      <Pill tone="warn" icon="block">
        {t("standing.lost")}
      </Pill>
    );
  }
  const needed = threshold - row.attended;
  if (needed < row.toCome) return <Pill>{t("standing.needs", { needed })}</Pill>;
  return <Pill icon="clock-s">{t("standing.needsAll", { needed })}</Pill>;
}

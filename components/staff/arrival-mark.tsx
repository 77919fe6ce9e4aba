import { useTranslations } from "next-intl";
import { Pill } from "@/components/ui/pill";
import type { Arrival } from "@/lib/calls/core/cut-offs";
import { romeDate } from "@/lib/kernel/rome-time";
import { numericDate } from "@/lib/kernel/rome-words";

/** Says that an application was late, or at which cut-off it is assessed; nothing for the others. */
export function ArrivalMark({ arrival }: { arrival: Arrival }) {
  const t = useTranslations("staff");
  if (arrival.late) return <Pill tone="warn">{t("arrival.late")}</Pill>;
  if (arrival.cutOff === null) return null;
  return <Pill>{t("arrival.cutOff", { day: numericDate(romeDate(arrival.cutOff)) })}</Pill>;
}

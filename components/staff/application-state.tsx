import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Pill } from "@/components/ui/pill";
import type { ApplicationState } from "@/lib/applications/core/states";

type Look = Pick<ComponentProps<typeof Pill>, "tone" | "icon">;

const LOOKS: Partial<Record<ApplicationState, Look>> = {
  integrationRequested: { tone: "warn", icon: "clock-s" },
  admissible: { tone: "on" },
  admitted: { tone: "on", icon: "check-s" },
  reserve: { tone: "on" },
};

/** Where an application stands, in a word. */
export function ApplicationStatePill({ state }: { state: ApplicationState }) {
  const t = useTranslations("review");
  return <Pill {...LOOKS[state]}>{t(`states.${state}`)}</Pill>;
}

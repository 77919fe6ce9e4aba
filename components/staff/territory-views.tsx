import { useTranslations } from "next-intl";
import { SavedViews } from "@/components/ui/segmented";
import { routes } from "@/lib/routes";

/** Zones or bodies: the two lists of the territory. */
export function TerritoryViews({ here }: { here: "zones" | "bodies" }) {
  const t = useTranslations("territory");
  return (
    <SavedViews
      label={t("views")}
      views={[
        { label: t("zones"), href: routes.staffTerritory(), current: here === "zones" },
        { label: t("bodies"), href: routes.staffBodies(), current: here === "bodies" },
      ]}
    />
  );
}

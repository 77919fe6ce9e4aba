import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { StateDot } from "@/components/ui/state-label";
import type { ZoneToday } from "@/lib/calls/queries/calls-today";
import { romeDate } from "@/lib/kernel/rome-time";
import { dayAndMonth } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";
import { mapStates } from "./zone-states";

type Props = { zones: ZoneToday[]; level?: 2 | 3 };

/** All zones under their health authority, with what can be done in each today. */
export function ZoneList({ zones, level = 3 }: Props) {
  const t = useTranslations("public");
  const locale = useLocale();
  const Heading = `h${level}` as const;
  const states = mapStates(zones);
  const word = (slug: string) => {
    const zone = states.get(slug);
    if (!zone) return null;
    const soon = zone.opensAt ? dayAndMonth(romeDate(zone.opensAt), locale) : "";
    const text = zone.state === "soon" ? t("zones.opens", { day: soon }) : t(`zones.${zone.state}`);
    return <StateDot kind={zone.state}>{text}</StateDot>;
  };
  const authorities = Map.groupBy(zones, (zone) => zone.authority);
  return (
    <div className="ct-asl">
      {[...authorities].map(([authority, own]) => (
        <div key={authority}>
          <Heading className="ct-h3">
            {authority}{" "}
            <span className="fw-normal">{t("zones.count", { count: own.length })}</span>
          </Heading>
          <ul>
            {own.map((zone) => (
              <li key={zone.slug}>
                <Link href={routes.zone(zone.slug)}>{zone.name}</Link>
                {word(zone.slug)}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

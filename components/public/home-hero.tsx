import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { ZoneMap, ZoneMapLegend, type ZoneMapState } from "@/components/ui/zone-map";
import type { ZoneToday } from "@/lib/calls/queries/calls-today";
import { timeLeftWords } from "@/lib/kernel/time-left";
import { routes } from "@/lib/routes";
import { mapStates, nameOnMap } from "./zone-states";

type Props = {
  /** How many calls are open. */
  open: number;
  zones: ZoneToday[];
  now: Date;
};

/** One sentence, one action, and the map of where one can apply today. */
export function HomeHero({ open, zones, now }: Props) {
  const t = useTranslations("public");
  return (
    <section className="ct-hero ct-dark">
      <div className="container">
        <div className="ct-hero-grid">
          <div>
            <h1>{t("home.title")}</h1>
            <p className="ct-lead">{t("home.lead")}</p>
            <div className="ct-actions">
              <ButtonLink look="light" className="btn-lg" href={routes.calls()}>
                {open > 0 ? t("home.seeOpen", { count: open }) : t("home.seeAll")}
              </ButtonLink>
              <Link className="ct-hero-link" href="#zone">
                {t("home.findZone")}
              </Link>
            </div>
          </div>
          <MapOfCalls zones={zones} now={now} />
        </div>
      </div>
    </section>
  );
}

function MapOfCalls({ zones, now }: Omit<Props, "open">) {
  const t = useTranslations("public");
  const locale = useLocale();
  const states = mapStates(zones);
  const named = (state: ZoneMapState) =>
    [...states].filter(([, zone]) => zone.state === state).map(([, zone]) => zone.name);
  const list = (names: string[]) => (names.length > 0 ? names.join("; ") : t("home.map.none"));
  const note = (zone: { state: ZoneMapState; closesAt: Date | null }) => {
    if (zone.state === "soon") return t("home.map.soonNote");
    if (zone.state === "today") return t("home.map.todayNote");
    if (zone.closesAt === null) return t("home.map.alwaysNote");
    const [time = ""] = timeLeftWords(now, zone.closesAt, locale).split(/ (?:e|and) /);
    return t("home.map.openNote", { time });
  };
  return (
    <div>
      <ZoneMap
        description={t("home.map.description", {
          count: zones.length,
          open: list([...named("open"), ...named("today")]),
          today: list(named("today")),
          soon: list(named("soon")),
        })}
        states={Object.fromEntries([...states].map(([slug, zone]) => [slug, zone.state]))}
        labels={[...states].map(([slug, zone]) => ({
          slug,
          name: nameOnMap(zone.name),
          note: note(zone),
        }))}
      />
      <ZoneMapLegend
        words={{
          open: t("home.map.open"),
          today: t("home.map.today"),
          soon: t("home.map.soon"),
        }}
      />
    </div>
  );
}

import { getLocale, getTranslations } from "next-intl/server";
import { CallEntryCard, CallEntrySlim } from "@/components/public/call-entry";
import { HomeHero } from "@/components/public/home-hero";
import {
  HowItWorks,
  MunicipalityForm,
  PathNumbers,
  SixPhases,
  VerifyPanel,
} from "@/components/public/home-parts";
import { SolutionList } from "@/components/public/solution-list";
import { ZoneList } from "@/components/public/zone-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Feedback } from "@/components/ui/feedback";
import { MoreLink } from "@/components/ui/more-link";
import { Section } from "@/components/ui/panel";
import { requestContext } from "@/lib/auth/request-context";
import { callsToday, zonesToday } from "@/lib/calls/queries/calls-today";
import { romeDate } from "@/lib/kernel/rome-time";
import { clockTime, longDate } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";
import { editions, latestSolutions } from "@/lib/territory/queries";

/** How many calls the home shows; the others stand in the list. */
const SHOWN = { open: 6, upcoming: 4 };
const SOLUTIONS = 4;

export default async function HomePage() {
  const [t, locale, ctx] = await Promise.all([
    getTranslations("public"),
    getLocale(),
    requestContext("public"),
  ]);
  const [calls, zones, past, solutions] = await Promise.all([
    callsToday(ctx, "", SHOWN),
    zonesToday(ctx),
    editions(ctx),
    latestSolutions(ctx, SOLUTIONS),
  ]);
  const { open, upcoming, openCount } = calls;
  const towns = zones.reduce((sum, zone) => sum + zone.municipalities, 0);
  const day = longDate(romeDate(ctx.now), locale);
  return (
    <>
      <HomeHero open={openCount} zones={zones} now={ctx.now} />
      <Section
        id="avvisi"
        ground="paper"
        title={t("home.now.title")}
        text={t("home.now.text", { hour: clockTime(ctx.now, "minutes"), day })}
        aside={<MoreLink href={routes.calls()}>{t("home.now.all")}</MoreLink>}
      >
        {open.length === 0 && (
          <EmptyState level={3} title={t("home.now.none")} text={t("home.now.noneText")} />
        )}
        <ul className="ct-cards">
          {open.map((call) => (
            <li key={call.id}>
              <CallEntryCard call={call} now={ctx.now} />
            </li>
          ))}
        </ul>
        <ul className="ct-two">
          {upcoming.map((call) => (
            <li key={call.id}>
              <CallEntrySlim call={call} now={ctx.now} />
            </li>
          ))}
        </ul>
      </Section>
      <HowItWorks />
      <SixPhases />
      <Section
        id="zone"
        title={t("zones.title")}
        text={t("zones.figures", { zones: zones.length, towns })}
        aside={<MunicipalityForm />}
      >
        <ZoneList zones={zones} />
      </Section>
      <Section ground="paper" title={t("solutions.latest")} text={t("solutions.latestText")}>
        <div className="ct-withside-r">
          <SolutionList solutions={solutions} />
          <VerifyPanel />
        </div>
      </Section>
      <PathNumbers editions={past} zones={zones.length} towns={towns} />
      <Feedback page={routes.home()} />
    </>
  );
}

import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { MoreLink } from "@/components/ui/more-link";
import { Panel } from "@/components/ui/panel";
import { PhaseTrack } from "@/components/ui/phases";
import { readFilters, writeFilters } from "@/lib/calls/core/filter-address";
import type { CallsToday } from "@/lib/calls/queries/calls-today";
import type { CallInList } from "@/lib/calls/queries/public-calls";
import { longDate } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";
import type { ZoneBody, ZonePage, ZonePath } from "@/lib/territory/queries";
import { capital } from "./call-head";
import { CallEntryRow } from "./call-entry";

/** "Fase 4 di 6", with the six strips. */
export function ZonePhases({ path }: { path: ZonePath }) {
  const t = useTranslations("public");
  const now = path.phases.find((phase) => phase.number === path.currentPhase);
  return (
    <section className="ct-sec" aria-labelledby="fase">
      <div className="container">
        <p className="ct-stepnow">{t("zone.edition", { edition: path.edition })}</p>
        <h2 id="fase">
          {t("zone.phase", {
            number: path.currentPhase,
            total: path.phases.length,
            title: now?.title ?? "",
          })}
        </h2>
        <p className="ct-measure ct-muted">{now && capital(`${now.steps.join(", ")}.`)}</p>
        <PhaseTrack
          label={t("zone.phases")}
          phases={path.phases.map((phase) => {
            const state =
              phase.number < path.currentPhase
                ? "done"
                : phase.number === path.currentPhase
                  ? "now"
                  : "next";
            return {
              title: `${phase.number}. ${phase.title}`,
              state,
              word: t(`zone.state.${state}`),
            } as const;
          })}
        />
      </div>
    </section>
  );
}

type ParticipationProps = { zone: string; calls: CallsToday; now: Date };

/** The first calls of the zone, and the two ways in for the one that is open. */
export function ZoneParticipation({ zone, calls, now }: ParticipationProps) {
  const t = useTranslations("public");
  const { open } = calls;
  const shown = [...open, ...calls.upcoming, ...calls.closed];
  return (
    <section className="ct-sec ct-paper" id="partecipa" aria-labelledby="pp">
      <div className="container">
        <h2 id="pp" className="mb-4">
          {t("zone.participate")}
        </h2>
        {shown.length === 0 && (
          <EmptyState level={3} title={t("zone.noCalls")} text={t("zone.noCallsText")}>
            <ButtonLink href={routes.calls()}>{t("zone.allCalls")}</ButtonLink>
          </EmptyState>
        )}
        {shown.length > 0 && (
          <>
            <ul className="ct-rows mb-4">
              {shown.map((call) => (
                <li key={call.id}>
                  <CallEntryRow call={call} now={now} />
                </li>
              ))}
            </ul>
            <p className="mb-4">
              <MoreLink href={routes.calls() + writeFilters(readFilters({ zona: zone }))}>
                {t("zone.callsHere")}
              </MoreLink>
            </p>
          </>
        )}
        {open.length > 0 && <TwoWays open={open} />}
      </div>
    </section>
  );
}

function TwoWays({ open }: { open: CallInList[] }) {
  const t = useTranslations("public");
  const forWhom = (audience: string) => open.find((call) => call.audiences.includes(audience));
  const organisation = forWhom("organisation");
  const citizen = forWhom("citizen");
  return (
    <div className="ct-ways">
      {organisation && (
        <Panel title={t("zone.organisation.title")} level={3}>
          <p>{t("zone.organisation.text")}</p>
          <ButtonLink href={routes.call(organisation.slug)}>{t("zone.organisation.go")}</ButtonLink>
        </Panel>
      )}
      {citizen && (
        <Panel title={t("zone.citizen.title")} level={3}>
          <p>{t("zone.citizen.text")}</p>
          <ButtonLink look={organisation ? "outline" : "primary"} href={routes.call(citizen.slug)}>
            {t("zone.citizen.go")}
          </ButtonLink>
        </Panel>
      )}
    </div>
  );
}

/** What came out of the zone's path. */
export function ZoneSolutions({ zone }: { zone: ZonePage }) {
  const t = useTranslations("public");
  const locale = useLocale();
  if (zone.solutions.length === 0) return null;
  return (
    <section className="ct-sec" aria-labelledby="sol">
      <div className="container">
        <h2 id="sol" className="mb-4">
          {t("zone.solutions")}
        </h2>
        <ul className="ct-sol">
          {zone.solutions.map((one) => (
            <li key={one.name}>
              <article>
                <div className="body">
                  <h3>{one.name}</h3>
                  <p>{one.summary}</p>
                  <p className="ct-small ct-muted mb-0">
                    {t("zone.fromEdition", { edition: one.edition })}
                    {one.presentedOn &&
                      ` ${t("zone.presented", { day: longDate(one.presentedOn, locale) })}`}
                  </p>
                </div>
              </article>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** The municipalities, with how surely the list is known. */
export function ZoneMunicipalities({ zone }: { zone: ZonePage }) {
  const t = useTranslations("public");
  return (
    <section className="ct-sec ct-tint" aria-labelledby="com">
      <div className="container">
        <h2 id="com" className="mb-3">
          {t("zone.municipalities", { count: zone.municipalities.length })}
        </h2>
        <ul className="ct-comuni">
          {zone.municipalities.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
        {zone.listStatus !== "verified" && (
          <p className="ct-small ct-muted mt-3 mb-0">{t("zone.listNotVerified")}</p>
        )}
      </div>
    </section>
  );
}

/** Who answers in the zone. */
export function ZoneBodies({ bodies }: { bodies: ZoneBody[] }) {
  const t = useTranslations("public");
  return (
    <section className="ct-sec" aria-labelledby="enti">
      <div className="container">
        <h2 id="enti" className="mb-3">
          {t("zone.bodies")}
        </h2>
        <ul className="ct-ways list-unstyled">
          {bodies.map((body) => (
            <li key={body.name}>
              <Panel title={body.name} level={3}>
                <p className="mb-1">{body.office}</p>
                {body.address && <p className="ct-muted mb-1">{body.address}</p>}
                {body.email && (
                  <p className="mb-0">
                    <a href={`mailto:${body.email}`}>{body.email}</a>
                  </p>
                )}
              </Panel>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

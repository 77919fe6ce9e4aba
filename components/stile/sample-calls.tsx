import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CallCard, type CallFact, CallRow, CallSlim } from "@/components/ui/call-card";
import { DeadlinePanel } from "@/components/ui/deadline-panel";
import { Section } from "@/components/ui/panel";
import { ZoneMap, ZoneMapLegend } from "@/components/ui/zone-map";
import { routes } from "@/lib/routes";

const COESO = "amiata-grossetana-colline-metallifere-grossetana";
const VALDERA = "alta-val-di-cecina-valdera";

export function SampleCalls() {
  const t = useTranslations("stile");
  return (
    <>
      <SampleMap />
      <Section title={t("sections.calls")} ground="paper">
        <Cards />
        <div className="ct-withside-r mt-5">
          <Rows />
          <Deadlines />
        </div>
      </Section>
    </>
  );
}

function SampleMap() {
  const t = useTranslations("stile");
  return (
    <div className="ct-hero ct-dark">
      <div className="container">
        <div className="ct-hero-grid">
          <p className="ct-lead">{t("call.map")}</p>
          <div>
            <ZoneMap
              description={t("call.map")}
              states={{
                [COESO]: "open",
                [VALDERA]: "today",
                "valle-del-serchio": "open",
                "fiorentina-nord-ovest": "open",
                "piana-di-lucca": "soon",
              }}
              labels={[
                { slug: COESO, name: "Grossetana", note: t("states.open") },
                { slug: VALDERA, name: "Valdera", note: t("states.today") },
                { slug: "valle-del-serchio", name: "Valle del Serchio" },
                { slug: "fiorentina-nord-ovest", name: "Fiorentina Nord-Ovest" },
              ]}
            />
            <ZoneMapLegend
              words={{
                open: t("call.openWord"),
                today: t("states.today"),
                soon: t("states.soon"),
              }}
            />
          </div>
        </div>
      </div>
    </div>
  );
}

function useFacts(): CallFact[] {
  const t = useTranslations("stile");
  return [
    { icon: "user", text: t("call.for") },
    { icon: "clock", text: t("call.until") },
    { icon: "calendar", text: t("call.meetings") },
  ];
}

function Cards() {
  const t = useTranslations("stile");
  const facts = useFacts();
  const href = routes.style();
  return (
    <>
      <ul className="ct-cards">
        <li>
          <CallCard
            href={href}
            title={t("call.todayTitle")}
            zone={t("call.todayZone")}
            state={{ kind: "today", word: t("states.today") }}
            timeLeft={t("call.leftToday")}
            facts={facts}
            go={t("call.go")}
          />
        </li>
        <li>
          <CallCard
            href={href}
            title={t("call.title")}
            zone={t("call.zone")}
            state={{ kind: "open", word: t("states.open") }}
            timeLeft={t("call.left")}
            facts={facts.slice(0, 2)}
            go={t("call.go")}
          />
        </li>
      </ul>
      <ul className="ct-two">
        <li>
          <CallSlim
            href={href}
            title={t("call.alwaysTitle")}
            zone="Valle del Serchio"
            state={{ kind: "open", word: t("call.always") }}
            text={t("call.alwaysText")}
          />
        </li>
        <li>
          <CallSlim
            href={href}
            title={t("call.title")}
            zone="Piana di Lucca"
            state={{ kind: "soon", word: t("states.soon") }}
            text={t("call.soonText")}
          />
        </li>
      </ul>
    </>
  );
}

function Rows() {
  const t = useTranslations("stile");
  const facts = useFacts();
  return (
    <ul className="ct-rows">
      <li>
        <CallRow
          href={routes.style()}
          title={t("call.title")}
          zone={t("call.zone")}
          state={{ kind: "open", word: t("states.open") }}
          timeLeft={t("call.left")}
          when={t("call.until")}
          facts={facts}
        />
      </li>
      <li>
        <CallRow
          href={routes.style()}
          title={t("call.todayTitle")}
          zone={t("call.todayZone")}
          state={{ kind: "closed", word: t("states.closed") }}
          facts={[]}
        />
      </li>
    </ul>
  );
}

function Deadlines() {
  const t = useTranslations("stile");
  return (
    <div className="ct-grid-gap">
      <DeadlinePanel
        now="2026-11-25T17:20:00Z"
        deadline="2026-11-30T11:00:00Z"
        sentence={t("call.sentence")}
        note={t("call.note")}
      >
        <Button type="button">{t("act.primary")}</Button>
        <Button type="button" look="outline">
          {t("act.outline")}
        </Button>
      </DeadlinePanel>
      <DeadlinePanel
        label={t("call.closedHeading")}
        heading={t("call.closedHeading")}
        sentence={t("call.closedSentence")}
      />
    </div>
  );
}

import { useTranslations } from "next-intl";
import { PhaseTrack, PhaseWall } from "@/components/ui/phases";
import { Timeline } from "@/components/ui/timeline";

const PHASES = [
  { key: "phase1", state: "done" },
  { key: "phase2", state: "done" },
  { key: "phase3", state: "now" },
  { key: "phase4", state: "next" },
] as const;

export function SampleProgress() {
  const t = useTranslations("stile");
  return (
    <>
      <PhaseWall
        phases={PHASES.map(({ key, state }, index) => ({
          title: t(`time.${key}`),
          number: t("time.number", { number: index + 1 }),
          text: t("time.phaseText"),
          ...(state === "now" && { way: <strong>{t("time.way")}</strong> }),
        }))}
      />
      <PhaseTrack
        label={t("time.phases")}
        phases={PHASES.map(({ key, state }) => ({
          title: t(`time.${key}`),
          state,
          word: t(`time.${state}`),
        }))}
      />
      <div className="mt-5">
        <SampleTimeline />
      </div>
    </>
  );
}

function SampleTimeline() {
  const t = useTranslations("stile");
  return (
    <Timeline
      items={[
        {
          key: "published",
          kind: "past",
          day: t("time.publishedDay"),
          hour: t("time.year"),
          title: t("time.published"),
        },
        {
          key: "close",
          kind: "now",
          day: t("time.closeDay"),
          hour: t("time.closeHour"),
          title: t("time.close"),
          text: t("time.closeText"),
        },
        {
          key: "outcome",
          kind: "future",
          day: t("time.outcomeDay"),
          hour: t("time.year"),
          title: t("time.outcome"),
        },
        {
          key: "workshop",
          kind: "workshop",
          number: 1,
          day: t("time.labDay"),
          hour: t("time.year"),
          title: t("time.lab"),
        },
      ]}
    />
  );
}

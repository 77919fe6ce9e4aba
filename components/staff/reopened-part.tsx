import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { GivenPart } from "@/lib/calls/core/act-kinds";
import type { PlaceToReopen } from "@/lib/calls/queries/places-to-reopen";
import { LEGAL_NATURES } from "@/lib/people/core/legal-nature";
import { FormCards, FormText } from "./form-fields";

type Props = {
  part: GivenPart | undefined;
  places: readonly PlaceToReopen[];
  audiences: readonly string[];
};

/** The kinds and the places of applicants that places are left for. */
export function ReopenedPart({ part, places, audiences }: Props) {
  const t = useTranslations("acts.only");
  const words = useTranslations("applications.nature");
  const before = new Set(part?.places.map(({ name }) => name));
  return (
    <Panel title={t("part")}>
      <p className="soft">{t("partHint")}</p>
      {audiences.includes("organisation") && (
        <FormCards
          name="natures"
          label={t("natures")}
          several
          columns
          optional
          stored={[...(part?.natures ?? [])]}
          choices={LEGAL_NATURES.map((nature) => ({ value: nature, label: words(nature) }))}
        />
      )}
      {places.length > 0 && (
        <FormCards
          name="towns"
          label={t("towns")}
          several
          columns
          optional
          stored={places.filter(({ label }) => before.has(label)).map(({ value }) => value)}
          choices={places.map(({ value, label }) => ({ value, label }))}
        />
      )}
      <FormText
        name="seats"
        label={t("seats")}
        hint={t("seatsHint")}
        inputMode="numeric"
        width="xs"
        optional
        stored={part?.seats?.toString()}
      />
    </Panel>
  );
}

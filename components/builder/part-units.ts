import { useTranslations } from "next-intl";
import { STEPS, VISIBILITIES } from "@/lib/calls/core/form-definition";
import { TRACKS } from "@/lib/calls/core/tracks";

const LIMITS = [
  ...(["maxLength", "min", "max", "decimals", "maxChoices", "minMembers", "maxMembers"] as const),
  ...(["minRows", "maxRows", "rowLabel", "ownLines", "minTotal", "maxTotal", "minSlots"] as const),
  ...(["maxFiles", "days", "slots", "admitted", "textVersion", "underPenalty"] as const),
];

/** What two authors can write at once in a part of a form, in words. */
export function usePartUnits(): Record<string, string> {
  const t = useTranslations("builder");
  return {
    ...Object.fromEntries(LIMITS.map((name) => [name, t(`limits.${name}`)])),
    label: t("field.label"),
    hint: t("field.hint"),
    required: t("required.label"),
    title: t("section.title"),
    intro: t("section.intro"),
    step: t("section.step"),
    tracks: t("tracks.label"),
    message: t("rule.message"),
    when: t("cond.title"),
    purpose: t("privacy.purpose"),
    visibility: t("privacy.visibility"),
    retentionDays: t("retention.days"),
    retentionFrom: t("retention.from"),
    within: t("within.label"),
    options: t("units.options"),
    parts: t("parts.legend"),
    columns: t("units.columns"),
    lines: t("units.lines"),
  };
}

/** What is stored as a code in a part of a form, in words. */
export function usePartWords(): Record<string, string> {
  const t = useTranslations("builder");
  return {
    ...Object.fromEntries(STEPS.map((step) => [`step.${step}`, t(`steps.${step}`)])),
    ...Object.fromEntries(TRACKS.map((track) => [`tracks.${track}`, t(`tracks.${track}`)])),
    ...Object.fromEntries(VISIBILITIES.map((who) => [`visibility.${who}`, t(`privacy.${who}`)])),
    "required.true": t("yes"),
    "required.false": t("no"),
    "underPenalty.true": t("yes"),
    "underPenalty.false": t("no"),
  };
}

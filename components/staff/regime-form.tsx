"use client";
import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { APPLICANT_KINDS, CHANNELS, PUBLISHED, type Regime } from "@/lib/calls/core/regimes";
import type { RegimeVersion } from "@/lib/calls/queries/regimes-page";
import { ActionForm, type FormAction } from "./action-form";
import { FormArea, FormCards, FormRadio, FormText } from "./form-fields";

type Props = { bodyId: string; regime: Regime; current: RegimeVersion; adjust: FormAction };

const FIELDS = [
  ...(["applicants", "runtsRequired", "runtsMonths", "minimumAge", "guardian", "days"] as const),
  ...(["blocking", "peremptory", "comparative", "notice", "channels", "published"] as const),
  "reason" as const,
];

/** What an administrator may change of a regime; what the law closes is refused with its reason. */
export function RegimeForm({ bodyId, regime, current, adjust }: Props) {
  const t = useTranslations("regimes");
  const { rules } = current;
  const labels = Object.fromEntries(FIELDS.map((name) => [name, t(`fields.${name}`)]));
  return (
    <ActionForm
      action={adjust}
      key={current.version}
      labels={labels}
      hidden={{ bodyId, regime, version: current.version }}
    >
      <FormCards
        name="applicants"
        label={t("fields.applicants")}
        choices={APPLICANT_KINDS.map((value) => ({ value, label: t(`applicant.${value}`) }))}
        stored={[...rules.applicants]}
        columns
        several
      />
      <YesNo name="runtsRequired" stored={rules.runtsRequired} />
      <Whole name="runtsMonths" stored={rules.runtsMonths} />
      <Whole name="minimumAge" stored={rules.minimumAge} optional />
      <YesNo name="guardian" stored={rules.guardian} />
      <Whole name="days" stored={rules.minimumDays.days} />
      <YesNo name="blocking" stored={rules.minimumDays.blocking} />
      {!rules.rolling && <YesNo name="peremptory" stored={rules.peremptory} />}
      {rules.rolling && <input type="hidden" name="peremptory" value="yes" />}
      <YesNo name="comparative" stored={rules.comparative} />
      <YesNo name="notice" stored={rules.notice} />
      <FormCards
        name="channels"
        label={t("fields.channels")}
        hint={t("hints.channels")}
        choices={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
        stored={[...rules.channels]}
        several
      />
      <FormRadio
        name="published"
        label={t("fields.published")}
        hint={t("hints.published")}
        stored={rules.published}
        choices={PUBLISHED.map((value) => ({ value, label: t(`publishedAs.${value}`) }))}
      />
      <FormArea
        name="reason"
        label={t("fields.reason")}
        hint={t("hints.reason")}
        rows={3}
        limit={500}
      />
      <SubmitButton pending={t("saving")}>
        {t("save", { version: current.version + 1 })}
      </SubmitButton>
    </ActionForm>
  );
}

type Answer = "runtsRequired" | "guardian" | "blocking" | "peremptory" | "comparative" | "notice";

function YesNo({ name, stored }: { name: Answer; stored: boolean }) {
  const t = useTranslations("regimes");
  return (
    <FormRadio
      name={name}
      label={t(`fields.${name}`)}
      hint={t(`hints.${name}`)}
      stored={stored ? "yes" : "no"}
      choices={[
        { value: "yes", label: t("yes") },
        { value: "no", label: t("no") },
      ]}
    />
  );
}

type NumberProps = {
  name: "runtsMonths" | "minimumAge" | "days";
  stored: number | null;
  optional?: boolean;
};

function Whole({ name, stored, optional }: NumberProps) {
  const t = useTranslations("regimes");
  return (
    <FormText
      name={name}
      label={t(`fields.${name}`)}
      hint={t(`hints.${name}`)}
      stored={stored?.toString()}
      inputMode="numeric"
      width="xs"
      optional={optional}
    />
  );
}

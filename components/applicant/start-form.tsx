"use client";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { ChoiceCards } from "@/components/forms/choices";
import { SubmitButton } from "@/components/forms/submit-button";
import { Callout } from "@/components/ui/callout";
import { ErrorSummary } from "@/components/ui/error-summary";
import { idle } from "@/lib/action-state";
import type { Action } from "@/lib/actions";
import type { ApplicationTrack } from "@/lib/applications/core/tracks";
import { refusalWords } from "./refusal-words";

type Props = {
  callId: string;
  tracks: ApplicationTrack[];
  /** Those that the person works for. */
  organisations: readonly { id: string; name: string; legalNature: string }[];
  action: Action;
};

/** In whose name one applies; the only question before the draft exists. */
export function StartForm({ callId, tracks, organisations, action }: Props) {
  const t = useTranslations("applications");
  const [state, submit] = useActionState(action, idle);
  const missing = state.status === "invalid" ? t("refusal.invalid_input") : undefined;
  return (
    <form action={submit} noValidate>
      <ErrorSummary errors={missing ? [{ field: "track", message: missing }] : []} />
      {state.status === "failed" && (
        <Callout tone="cotto">{refusalWords(t, state.reason ?? state.code)}</Callout>
      )}
      <input type="hidden" name="callId" value={callId} />
      <ChoiceCards
        name="track"
        label={t("start.who")}
        error={missing}
        columns
        defaultValue={tracks.length === 1 ? (tracks[0] ?? "") : ""}
        choices={[
          ...organisations.map(({ id, name, legalNature }) => ({
            value: `${legalNature === "informalGroup" ? "informalGroup" : "organisation"}.${id}`,
            label: t("start.known", { name }),
            hint: t("start.knownHint"),
          })),
          ...tracks.map((track) => ({
            value: track,
            label: t(`track.${track}`),
            hint: t(`trackHint.${track}`),
          })),
        ]}
      />
      <SubmitButton pending={t("save.saving")}>{t("start.begin")}</SubmitButton>
    </form>
  );
}

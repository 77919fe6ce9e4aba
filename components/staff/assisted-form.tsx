import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { Panel } from "@/components/ui/panel";
import { NOTICES_GIVEN } from "@/lib/applications/core/channels";
import type { ApplicationTrack } from "@/lib/applications/core/tracks";
import type { DeskWay } from "@/lib/applications/queries/desk-page";
import { ActionForm, type FormAction } from "./action-form";
import { DeskRecordFields, useDeskLabels } from "./desk-record-fields";
import { FormCards, FormRadio, FormText } from "./form-fields";

type Props = {
  hidden: Readonly<Record<string, string>>;
  tracks: ApplicationTrack[];
  ways: DeskWay[];
  over: boolean;
  privacyVersion: string;
  start: FormAction;
};

/** Everything that is asked before the form of the call: it works without scripts. */
export function AssistedForm({ hidden, tracks, ways, over, privacyVersion, start }: Props) {
  const t = useTranslations("desk");
  const labels = useDeskLabels();
  return (
    <ActionForm action={start} hidden={hidden} labels={labels} className="desk-form mt-m">
      <Panel title={t("parts.who")}>
        <FormCards
          name="track"
          label={t("fields.track")}
          columns
          stored={tracks.length === 1 ? tracks[0] : undefined}
          choices={tracks.map((track) => ({ value: track, label: t(`track.${track}`) }))}
        />
        <div className="row-flex row-top">
          <FormText name="givenName" label={t("fields.givenName")} autoComplete="off" />
          <FormText name="familyName" label={t("fields.familyName")} autoComplete="off" />
        </div>
        <p className="small soft mb-3">{t("hints.person")}</p>
        <div className="row-flex row-top">
          <FormText
            name="phone"
            type="tel"
            label={t("fields.phone")}
            autoComplete="off"
            width="m"
            optional
          />
          <FormText
            name="email"
            type="email"
            label={t("fields.email")}
            hint={t("hints.email")}
            autoComplete="off"
            spellCheck={false}
            optional
          />
        </div>
        <FormRadio
          name="locale"
          label={t("fields.locale")}
          stored="it"
          choices={(["it", "en"] as const).map((one) => ({
            value: one,
            label: t(`locale.${one}`),
          }))}
        />
      </Panel>
      <DeskRecordFields ways={ways} over={over} />
      <Panel title={t("parts.privacy")}>
        <FormRadio
          name="privacyGiven"
          label={t("fields.privacyGiven")}
          hint={t("hints.privacy", { version: privacyVersion })}
          choices={NOTICES_GIVEN.map((one) => ({ value: one, label: t(`notice.${one}`) }))}
        />
      </Panel>
      <SubmitButton pending={t("starting")}>{t("start")}</SubmitButton>
    </ActionForm>
  );
}

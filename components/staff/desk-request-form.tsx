import { useTranslations } from "next-intl";
import { CheckboxField } from "@/components/forms/choices";
import { SubmitButton } from "@/components/forms/submit-button";
import { Panel } from "@/components/ui/panel";
import { NOTICES_GIVEN } from "@/lib/applications/core/channels";
import type { DeskWish } from "@/lib/applications/queries/desk-entry-page";
import type { DeskWay } from "@/lib/applications/queries/desk-page";
import { ActionForm, type FormAction } from "./action-form";
import { DeskRecordFields, useDeskLabels } from "./desk-record-fields";
import { FormRadio, FormText } from "./form-fields";

type Props = {
  wish: DeskWish;
  hidden: Readonly<Record<string, string>>;
  ways: DeskWay[];
  over: boolean;
  privacyVersion: string;
  action: FormAction;
};

/** Something that the applicant asks of the desk later: written down as the beginning was. */
export function DeskRequestForm({ wish, hidden, ways, over, privacyVersion, action }: Props) {
  const t = useTranslations("desk");
  const labels = useDeskLabels();
  return (
    <section aria-labelledby="richiesta" className="mt-l stack-s">
      <h2 id="richiesta">{t(`wish.${wish}`)}</h2>
      <p>{t(`wishText.${wish}`)}</p>
      <ActionForm action={action} hidden={hidden} labels={labels} className="desk-form">
        <DeskRecordFields ways={ways} over={over} wish={wish} />
        <Panel {...(wish !== "integrazione" && { title: t(`wish.${wish}`) })}>
          {wish === "indirizzo" && (
            <FormText
              name="email"
              type="email"
              label={t("fields.email")}
              hint={t("hints.readBack")}
              autoComplete="off"
              spellCheck={false}
            />
          )}
          {wish === "modifica" && (
            <FormRadio
              name="privacyGiven"
              label={t("fields.privacyGiven")}
              hint={t("hints.privacy", { version: privacyVersion })}
              choices={NOTICES_GIVEN.map((one) => ({ value: one, label: t(`notice.${one}`) }))}
            />
          )}
          {wish === "ritiro" && <CheckboxField name="sure" label={t("fields.sure")} />}
          <SubmitButton look={wish === "ritiro" ? "danger" : "primary"} pending={t("starting")}>
            {t(`wishDo.${wish}`)}
          </SubmitButton>
        </Panel>
      </ActionForm>
    </section>
  );
}

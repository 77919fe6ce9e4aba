import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { Panel } from "@/components/ui/panel";
import { OUTAGE_KINDS } from "@/lib/calls/core/outages";
import { ActionForm, type FormAction } from "./action-form";
import { FormArea, FormSelect, FormText } from "./form-fields";

type Props = { bodies: { id: string; name: string }[]; record: FormAction };

/** Writes an outage that the system could not notice by itself. */
export function OutageForm({ bodies, record }: Props) {
  const t = useTranslations("deadline");
  const [only] = bodies;
  const labels = Object.fromEntries(FIELDS.map((name) => [name, t(`fields.${name}`)]));
  return (
    <Panel title={t("outages.new")}>
      <ActionForm
        action={record}
        labels={labels}
        {...(bodies.length === 1 && { hidden: { bodyId: only?.id } })}
      >
        {bodies.length > 1 && (
          <FormSelect
            name="bodyId"
            label={t("fields.bodyId")}
            options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <FormSelect
          name="kind"
          label={t("fields.kind")}
          options={OUTAGE_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
        <div className="row-flex row-top">
          <FormText name="startedOn" type="date" label={t("fields.startedOn")} width="m" />
          <FormText name="startedAt" type="time" label={t("fields.startedAt")} width="s" />
        </div>
        <div className="row-flex row-top">
          <FormText name="endedOn" type="date" label={t("fields.endedOn")} width="m" optional />
          <FormText name="endedAt" type="time" label={t("fields.endedAt")} width="s" optional />
        </div>
        <p className="small soft">{t("outages.endHint")}</p>
        <FormArea
          name="note"
          label={t("fields.note")}
          hint={t("outages.noteHint")}
          rows={3}
          limit={500}
        />
        <SubmitButton pending={t("outages.recording")}>{t("outages.record")}</SubmitButton>
      </ActionForm>
    </Panel>
  );
}

const FIELDS = [
  ...(["bodyId", "kind", "startedOn", "startedAt", "endedOn", "endedAt", "note"] as const),
];

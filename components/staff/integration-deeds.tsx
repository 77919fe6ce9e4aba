import { useLocale, useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { EXTENSION_DAYS, termChoices } from "@/lib/applications/core/integration-term";
import { romeDate } from "@/lib/kernel/rome-time";
import { longDate } from "@/lib/kernel/rome-words";
import { REASONS_MINIMUM } from "@/lib/review/core/rules";
import { ActionForm, type FormAction } from "./action-form";
import { FormArea, FormSelect } from "./form-fields";

type Props = {
  closesAt: Date;
  hidden: Readonly<Record<string, string>>;
  actions: { extend: FormAction; cancel: FormAction };
};

/** More time for a request that runs, or its end: each with a reason that the record keeps. */
export function IntegrationDeeds({ closesAt, hidden, actions }: Props) {
  const t = useTranslations("integration");
  const locale = useLocale();
  const terms = termChoices(romeDate(closesAt), EXTENSION_DAYS);
  return (
    <>
      <details className="alt mt-s">
        <summary>{t("deeds.extend")}</summary>
        <ActionForm action={actions.extend} hidden={hidden}>
          <FormSelect
            name="term"
            id="extend-term"
            label={t("deeds.newEnd")}
            stored={terms
              .filter(({ days }) => days <= EXTENSION_DAYS.usual)
              .map(({ days, on }) => `${days}.${on}`)
              .at(-1)}
            options={terms.map(({ days, on }) => ({
              value: `${days}.${on}`,
              label: t("deeds.later", { days, end: longDate(on, locale) }),
            }))}
          />
          <Reason id="extend-reason" label={t("deeds.extendReason")} />
          <SubmitButton look="outline" pending={t("desk.sending")}>
            {t("deeds.extend")}
          </SubmitButton>
        </ActionForm>
      </details>
      <details className="alt mt-s">
        <summary>{t("deeds.cancel")}</summary>
        <p className="soft">{t("deeds.cancelText")}</p>
        <ActionForm action={actions.cancel} hidden={hidden}>
          <Reason id="cancel-reason" label={t("deeds.cancelReason")} />
          <SubmitButton look="danger" pending={t("desk.sending")}>
            {t("deeds.cancel")}
          </SubmitButton>
        </ActionForm>
      </details>
    </>
  );
}

function Reason({ id, label }: { id: string; label: string }) {
  const t = useTranslations("integration");
  return (
    <FormArea
      name="reason"
      id={id}
      label={label}
      hint={t("deeds.reasonHint", { count: REASONS_MINIMUM })}
      rows={3}
    />
  );
}

import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Consequences } from "@/components/ui/consequences";
import { Panel } from "@/components/ui/panel";
import type { OutcomePage } from "@/lib/review/queries/outcome-page";
import { ActionForm, type FormAction } from "./action-form";
import { FormText } from "./form-fields";

type Props = {
  page: OutcomePage;
  publish: FormAction;
  /** What the form carries; see `action()`. */
  token: string;
};

/** The act that approves the outcome, what its publication does, and the button. */
export function OutcomeForm({ page, publish, token }: Props) {
  const t = useTranslations("staff");
  const { call, verdict, mayPublish, entries } = page;
  const count = entries.length;
  return (
    <Panel title={t("outcome.publishTitle")}>
      <Consequences
        label={t("outcome.consequences")}
        items={[
          { key: "page", icon: "eye", text: t("outcome.effects.page") },
          { key: "mails", icon: "mail-s", text: t("outcome.effects.letters", { count }) },
          { key: "final", icon: "lock", text: t("outcome.effects.final"), warn: true },
        ]}
      />
      {mayPublish ? (
        <ActionForm action={publish} hidden={{ callId: call.id, _token: token }} className="mt-m">
          <FormText
            name="actNumber"
            label={t("outcome.actNumber")}
            hint={t("outcome.actNumberHint")}
          />
          <FormText name="actDate" type="date" label={t("outcome.actDate")} width="m" />
          {verdict.ok ? (
            <SubmitButton pending={t("outcome.publishing")}>
              {t("outcome.publish", { count })}
            </SubmitButton>
          ) : (
            <Button refusal={t(`refusals.${verdict.reason}`)}>
              {t("outcome.publish", { count })}
            </Button>
          )}
        </ActionForm>
      ) : (
        <p className="soft mt-m">{t("outcome.notYours")}</p>
      )}
    </Panel>
  );
}

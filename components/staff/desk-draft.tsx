import { useTranslations } from "next-intl";
import { CheckboxField } from "@/components/forms/choices";
import { SubmitButton } from "@/components/forms/submit-button";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { routes } from "@/lib/routes";
import { ActionForm, type FormAction } from "./action-form";

type Props = {
  applicationId: string;
  /** The form that leaves it is open. */
  leaving: boolean;
  /** Where it opens. */
  leave: string;
  giveUp: FormAction;
};

/** A draft of the desk: gone on with, or left. */
export function DeskDraft({ applicationId, leaving, leave, giveUp }: Props) {
  const t = useTranslations("desk");
  return (
    <>
      <p className="row-flex mt-m">
        <ButtonLink href={routes.applicationStep(applicationId, "riepilogo")}>
          {t("entry.goOn")}
        </ButtonLink>
        {!leaving && (
          <ButtonLink look="outline" href={leave}>
            {t("wish.rinuncia")}
          </ButtonLink>
        )}
      </p>
      {leaving && (
        <ActionForm
          action={giveUp}
          hidden={{ applicationId }}
          labels={{ sure: t("wish.rinuncia") }}
          className="mt-m"
        >
          <Panel title={t("wish.rinuncia")}>
            <p>{t("entry.leaving")}</p>
            <CheckboxField name="sure" label={t("entry.sure")} />
            <SubmitButton look="danger" pending={t("starting")}>
              {t("entry.leave")}
            </SubmitButton>
          </Panel>
        </ActionForm>
      )}
    </>
  );
}

import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { ButtonLink } from "@/components/ui/button";
import { FormChanges } from "@/components/ui/form-changes";
import { Panel } from "@/components/ui/panel";
import { compareDefinitions } from "@/lib/calls/core/compare-definitions";
import type { StaffActs } from "@/lib/calls/queries/staff-acts";
import { routes } from "@/lib/routes";
import { ActionForm, type FormAction } from "./action-form";

type Props = { page: StaffActs; prepare: FormAction; drop: FormAction };

/**
 * The form of a rectification: begun as a copy of the one in force, changed where forms are written,
 * and published with the act or left as it is.
 */
export function RectifiedForm({ page, prepare, drop }: Props) {
  const t = useTranslations("acts");
  const { call, form, may } = page;
  const hidden = { callId: call.id };
  if (!may.rectification.ok) return null;
  return (
    <div id="form" className="mt-m" tabIndex={-1}>
      <Panel title={t("form.title")}>
        {form === null ? (
          <>
            <p>{t("form.text")}</p>
            <ActionForm action={prepare} hidden={hidden} className="mt-m">
              <SubmitButton look="outline" pending={t("form.opening")}>
                {t("form.open")}
              </SubmitButton>
            </ActionForm>
          </>
        ) : (
          <>
            <p>{t("form.begun")}</p>
            <FormChanges changes={compareDefinitions(form.before, form.after)} level={3} />
            <div className="row-flex mt-m">
              <ButtonLink href={routes.staffCallForm(call.id)} look="outline">
                {t("form.goOn")}
              </ButtonLink>
              <ActionForm action={drop} hidden={hidden}>
                <SubmitButton look="link" pending={t("dropping")}>
                  {t("form.drop")}
                </SubmitButton>
              </ActionForm>
            </div>
          </>
        )}
      </Panel>
    </div>
  );
}

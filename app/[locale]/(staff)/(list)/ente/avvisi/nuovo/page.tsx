import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/forms/submit-button";
import { ClientMessages } from "@/components/layout/client-messages";
import { StaffHead } from "@/components/layout/staff-page";
import { ActionForm } from "@/components/staff/action-form";
import { FormRadio, FormSelect, FormText } from "@/components/staff/form-fields";
import { Panel } from "@/components/ui/panel";
import { bodiesWithRole } from "@/lib/auth/can";
import { Forbidden } from "@/lib/kernel/errors";
import { staffFrame } from "@/lib/review/queries/staff-frame";
import { routes } from "@/lib/routes";
import { createCallAction } from "../../../../call-actions";
import { readAsStaff } from "../../../../staff-request";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff");
  return { title: t("newCall.title") };
}

const STARTS = [
  { key: "workshops", value: "participatoryPath/participatoryPath" },
  { key: "workshopsForAll", value: "participatoryPath/workshopsForAll" },
  { key: "activators", value: "attivatori/attivatori" },
  { key: "codesign", value: "codesign55/" },
  { key: "proposals", value: "callForProposals/" },
  { key: "register", value: "openRegister/" },
] as const;

/** A new call: its name, and the template that it starts from. */
export default async function NewCallPage() {
  const t = await getTranslations("staff");
  const bodies = await readAsStaff(routes.staffNewCall(), async (ctx) => {
    const own = bodiesWithRole(ctx.actor, "officer", "administrator");
    const found = (await staffFrame(ctx)).bodies.filter(({ id }) => own.includes(id));
    if (found.length === 0) throw new Forbidden();
    return found;
  });
  return (
    <ClientMessages namespaces={["staff"]}>
      <StaffHead title={t("newCall.title")} text={t("newCall.text")} />
      <Panel className="st-narrow">
        <ActionForm
          action={createCallAction}
          labels={{
            title: t("newCall.name"),
            start: t("newCall.start"),
            bodyId: t("newCall.body"),
          }}
          {...(bodies.length === 1 && { hidden: { bodyId: bodies[0]?.id } })}
        >
          <FormText name="title" label={t("newCall.name")} hint={t("newCall.nameHint")} />
          {bodies.length > 1 && (
            <FormSelect
              name="bodyId"
              label={t("newCall.body")}
              options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <FormRadio
            name="start"
            label={t("newCall.start")}
            hint={t("newCall.startHint")}
            choices={STARTS.map(({ key, value }) => ({
              value,
              label: t(`starts.${key}.title`),
              hint: t(`starts.${key}.text`),
            }))}
          />
          <SubmitButton pending={t("newCall.pending")}>{t("newCall.submit")}</SubmitButton>
        </ActionForm>
      </Panel>
    </ClientMessages>
  );
}

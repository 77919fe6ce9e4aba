import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { Panel } from "@/components/ui/panel";
import { type StaffRole, staffRoles } from "@/lib/auth/roles";
import { ActionForm, type FormAction } from "./action-form";
import { FormCards, FormSelect, FormText } from "./form-fields";

type Props = {
  bodies: readonly { id: string; name: string }[];
  invite: FormAction;
  /** Roles that can be given; all unless said. */
  roles?: readonly StaffRole[];
};

/** Somebody new, or further roles for somebody who works here already. */
export function InviteForm({ bodies, invite, roles = staffRoles }: Props) {
  const t = useTranslations("people");
  return (
    <Panel title={t("invite.title")}>
      <p className="soft mb-3">{t("invite.text")}</p>
      <ActionForm
        action={invite}
        {...(bodies.length === 1 && { hidden: { bodyId: bodies[0]?.id } })}
      >
        {bodies.length > 1 && (
          <FormSelect
            name="bodyId"
            label={t("invite.body")}
            options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <FormText name="givenName" label={t("invite.givenName")} autoComplete="off" />
        <FormText name="familyName" label={t("invite.familyName")} autoComplete="off" />
        <FormText
          name="email"
          type="email"
          label={t("invite.email")}
          hint={t("invite.emailHint")}
          autoComplete="off"
          spellCheck={false}
        />
        <FormCards
          name="roles"
          several
          label={t("roles")}
          choices={roles.map((role) => ({
            value: role,
            label: t(`role.${role}`),
            hint: t(`roleText.${role}`),
          }))}
        />
        <SubmitButton pending={t("invite.pending")}>{t("invite.submit")}</SubmitButton>
      </ActionForm>
    </Panel>
  );
}

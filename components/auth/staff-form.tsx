"use client";
import { useTranslations } from "next-intl";
import { OneTimeCodeInput } from "@/components/forms/one-time-code-input";
import { TextInput } from "@/components/forms/text-input";
import type { ActionState } from "@/lib/action-state";
import { SignInForm } from "./sign-in-form";

type Props = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  returnTo?: string | undefined;
};

/** Mailbox, password and one-time code of a member of staff. */
export function StaffForm({ action, returnTo }: Props) {
  const t = useTranslations("auth");
  return (
    <SignInForm
      action={action}
      hidden={{ returnTo }}
      fields={["email", "password", "code"]}
      submit={t("staff.submit")}
      pending={t("staff.pending")}
    >
      {({ kept, error }) => (
        <>
          <TextInput
            name="email"
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            label={t("fields.workEmail")}
            error={error("email")}
            defaultValue={kept("email")}
          />
          <TextInput
            name="password"
            type="password"
            autoComplete="current-password"
            label={t("fields.password")}
            error={error("password")}
          />
          <OneTimeCodeInput
            name="code"
            label={t("fields.code")}
            hint={t("fields.codeHint")}
            error={error("code")}
          />
        </>
      )}
    </SignInForm>
  );
}

"use client";
import { useTranslations } from "next-intl";
import { OneTimeCodeInput } from "@/components/forms/one-time-code-input";
import { TextInput } from "@/components/forms/text-input";
import type { ActionState } from "@/lib/action-state";
import { SignInForm } from "./sign-in-form";

type Props = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  token: string;
  email: string;
};

/** Chooses the password and proves that the authenticator app was set up. */
export function InvitationForm({ action, token, email }: Props) {
  const t = useTranslations("auth");
  return (
    <SignInForm
      action={action}
      hidden={{ token }}
      fields={["code", "password"]}
      submit={t("invitation.submit")}
      pending={t("invitation.pending")}
    >
      {({ error }) => (
        <>
          <OneTimeCodeInput
            name="code"
            label={t("fields.code")}
            hint={t("invitation.codeHint")}
            error={error("code")}
          />
          {/* Password managers file the new password under this name. */}
          <input type="text" autoComplete="username" value={email} readOnly hidden />
          <TextInput
            name="password"
            type="password"
            autoComplete="new-password"
            label={t("invitation.password")}
            hint={t("invitation.passwordHint")}
            error={error("password")}
          />
        </>
      )}
    </SignInForm>
  );
}

"use client";
import { useTranslations } from "next-intl";
import { TextInput } from "@/components/forms/text-input";
import type { ActionState } from "@/lib/action-state";
import { SignInForm } from "./sign-in-form";

type Props = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  returnTo?: string | undefined;
  email?: string | undefined;
};

/** Asks for a magic link. */
export function MailboxForm({ action, returnTo, email }: Props) {
  const t = useTranslations("auth");
  return (
    <SignInForm
      action={action}
      hidden={{ returnTo }}
      fields={["email"]}
      submit={t("mailbox.submit")}
      pending={t("mailbox.pending")}
    >
      {({ kept, error }) => (
        <TextInput
          name="email"
          type="email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          label={t("fields.email")}
          hint={t("fields.emailHint")}
          error={error("email")}
          defaultValue={kept("email") ?? email}
        />
      )}
    </SignInForm>
  );
}

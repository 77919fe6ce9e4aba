"use client";
import { useTranslations } from "next-intl";
import { TextInput } from "@/components/forms/text-input";
import type { ActionState } from "@/lib/action-state";
import { SignInForm } from "./sign-in-form";

type Props = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  returnTo?: string | undefined;
  email?: string | undefined;
  /** Values that travel with the address. */
  hidden?: Record<string, string>;
  submit?: string;
};

/** Asks for an address to send a link to: a magic link unless told otherwise. */
export function MailboxForm({ action, returnTo, email, hidden, submit }: Props) {
  const t = useTranslations("auth");
  return (
    <SignInForm
      action={action}
      hidden={{ returnTo, ...hidden }}
      fields={["email"]}
      submit={submit ?? t("mailbox.submit")}
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

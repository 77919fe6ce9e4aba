"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { SubmitButton } from "@/components/forms/submit-button";
import { useErrorTitle } from "@/components/forms/use-error-title";
import type { ActionState } from "@/lib/action-state";
import { idle } from "@/lib/action-state";
import { explained } from "./explained";

/** What the fields of a form are told: what was typed before, and what is wrong with it. */
export type FormPart = {
  kept: (field: string) => string | undefined;
  error: (field: string) => string | undefined;
};

type Props = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  /** Values that travel with the form. */
  hidden?: Record<string, string | undefined>;
  /** Order and names of the fields, for the summary of errors. */
  fields?: readonly ("email" | "password" | "code")[];
  submit: ReactNode;
  pending: ReactNode;
  look?: "primary" | "outline" | "danger" | "link";
  small?: boolean;
  children?: (part: FormPart) => ReactNode;
};

/** A form of the sign-in pages. It works without scripts: the state comes back with the page. */
export function SignInForm(props: Props) {
  const { action, hidden = {}, fields = [], submit, pending, look, small, children } = props;
  const t = useTranslations("auth");
  const [state, send] = useActionState(action, idle);
  const wrong = state.status === "invalid" ? state.fields : {};
  const error = (field: string) => {
    const code = wrong[field];
    return code ? t(`problems.${explained(field, code)}`) : undefined;
  };
  const refusal = refusalOf(state);
  const failed = refusal !== undefined || state.status === "invalid";
  useErrorTitle(failed);
  const kept = "kept" in state ? state.kept : {};
  return (
    <form action={send} noValidate>
      <FormErrors
        fields={Object.fromEntries(
          fields.filter((field) => wrong[field]).map((field) => [field, error(field)]),
        )}
        refusal={refusal && t(`refusals.${refusal}`)}
      />
      {Object.entries(hidden).map(
        ([name, value]) =>
          value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {children?.({ kept: (field) => [kept[field]].flat()[0], error })}
      <SubmitButton pending={pending} {...(look && { look })} {...(small && { small })}>
        {submit}
      </SubmitButton>
    </form>
  );
}

const REFUSALS = [
  "wrong_credentials",
  "locked",
  "rate_limited",
  "unknown_link",
  "used_link",
  "expired_link",
  "other_browser",
  "unknown_invitation",
  "wrong_code",
] as const;

/** The code of the refusal that the catalogue explains; anything else is our fault. */
function refusalOf(state: ActionState): (typeof REFUSALS)[number] | "unexpected" | undefined {
  if (state.status !== "failed") {
    return state.status === "invalid" && (state.fields.token || state.fields.sessionId)
      ? "unknown_link"
      : undefined;
  }
  const code = state.reason ?? state.code;
  return REFUSALS.find((known) => known === code) ?? "unexpected";
}

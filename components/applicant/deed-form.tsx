"use client";
import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useActionState } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { useErrorTitle } from "@/components/forms/use-error-title";
import { type ActionState, idle } from "@/lib/action-state";
import type { Action } from "@/lib/actions";
import { EMAIL_PROBLEMS } from "@/lib/kernel/email-address";
import { refusalWords } from "./refusal-words";

type Words = ReturnType<typeof useTranslations<"organisations">>;
type RefusalKey = Extract<Parameters<Words>[0], `refusal.${string}`>;

type Props = {
  action: Action;
  hidden: Readonly<Record<string, string>>;
  submit: string;
  pending: string;
  look?: NonNullable<ComponentProps<typeof SubmitButton>["look"]>;
  small?: boolean;
  /** Said to who does not see beside what the button stands. */
  about?: string;
  /** Asks for a mailbox. */
  mailbox?: { label: string; hint: string };
  children?: ReactNode;
};

/** One button that does one thing among people who work together; a refusal stands above it. */
export function DeedForm(props: Props) {
  const { action, hidden, submit, pending, about, mailbox, children, ...button } = props;
  const t = useTranslations("organisations");
  const [state, send] = useActionState(action, idle);
  const reason = state.status === "failed" ? (state.reason ?? state.code) : undefined;
  const key = `refusal.${reason}` as RefusalKey;
  const others = useTranslations("applications");
  const refusal = reason && (t.has(key) ? t(key) : refusalWords(others, reason));
  const problem = useEmailProblem(state);
  useErrorTitle(Boolean(reason || problem));
  const kept = "kept" in state ? String(state.kept.email ?? "") : "";
  return (
    <form action={send} noValidate>
      <FormErrors refusal={refusal || undefined} fields={{ email: problem }} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      {mailbox && (
        <TextInput
          key={kept}
          {...mailbox}
          name="email"
          type="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          width="l"
          defaultValue={kept}
          error={problem}
        />
      )}
      <SubmitButton pending={pending} {...button}>
        {submit}
        {about && <span className="visually-hidden">: {about}</span>}
      </SubmitButton>
    </form>
  );
}

function useEmailProblem(state: ActionState): string | undefined {
  const t = useTranslations("fields.email");
  const code = state.status === "invalid" ? state.fields.email : undefined;
  return code && t((EMAIL_PROBLEMS.find((one) => one === code) ?? "empty") as "empty");
}

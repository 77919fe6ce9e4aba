"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { CheckboxField } from "@/components/forms/choices";
import { SubmitButton } from "@/components/forms/submit-button";
import { useErrorTitle } from "@/components/forms/use-error-title";
import { Callout } from "@/components/ui/callout";
import { ErrorSummary } from "@/components/ui/error-summary";
import { idle } from "@/lib/action-state";
import type { Action } from "@/lib/actions";
import { refusalWords } from "./refusal-words";

type Props = {
  applicationId: string;
  /** The box that must be ticked. */
  name: "acknowledged" | "sure";
  label: string;
  hint?: string;
  /** Said when it is not ticked. */
  needed: string;
  submit: string;
  pending: string;
  danger?: boolean;
  action: Action;
  children?: ReactNode;
};

/** One box to tick and one button: the notice that was read, the candidacy that is taken back. */
export function TickForm(props: Props) {
  const t = useTranslations("applications");
  const [state, submit] = useActionState(props.action, idle);
  const missing = state.status === "invalid";
  useErrorTitle(missing || state.status === "failed");
  return (
    <form action={submit} noValidate>
      <ErrorSummary errors={missing ? [{ field: props.name, message: props.needed }] : []} />
      {state.status === "failed" && (
        <Callout tone="cotto">{refusalWords(t, state.reason ?? state.code)}</Callout>
      )}
      <input type="hidden" name="applicationId" value={props.applicationId} />
      <CheckboxField
        name={props.name}
        label={props.label}
        hint={props.hint}
        error={missing ? props.needed : undefined}
      />
      {props.children}
      <SubmitButton look={props.danger ? "danger" : "primary"} pending={props.pending}>
        {props.submit}
      </SubmitButton>
    </form>
  );
}

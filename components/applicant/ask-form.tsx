"use client";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { Callout } from "@/components/ui/callout";
import { ErrorSummary } from "@/components/ui/error-summary";
import { idle } from "@/lib/action-state";
import type { Action } from "@/lib/actions";
import { QUESTION_LIMIT } from "@/lib/calls/core/clarifications";
import { askRefusal } from "./ask-refusal";

/** One question about a call. What was typed comes back with whatever went wrong. */
export function AskForm({ callId, action }: { callId: string; action: Action }) {
  const t = useTranslations("clarifications");
  const errors = useTranslations("errors");
  const [state, submit] = useActionState(action, idle);
  const code = state.status === "invalid" ? state.fields.question : undefined;
  const problem = code && t(code === "too_long" ? "form.too_long" : "form.too_short");
  const failed = state.status === "failed" ? askRefusal(state.reason ?? state.code) : undefined;
  const kept = "kept" in state ? String(state.kept.question ?? "") : "";
  return (
    <form action={submit} noValidate>
      {(problem || failed) && <title>{errors("titlePrefix", { title: t("form.question") })}</title>}
      <ErrorSummary errors={problem ? [{ field: "question", message: problem }] : []} />
      {failed && <Callout tone="cotto">{t(`refusal.${failed}`)}</Callout>}
      <input type="hidden" name="callId" value={callId} />
      <TextArea
        key={kept}
        name="question"
        label={t("form.question")}
        hint={t("form.hint")}
        defaultValue={kept}
        limit={QUESTION_LIMIT}
        error={problem}
      />
      <SubmitButton pending={t("form.sending")}>{t("form.send")}</SubmitButton>
    </form>
  );
}

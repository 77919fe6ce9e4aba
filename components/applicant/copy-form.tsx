"use client";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { SubmitButton } from "@/components/forms/submit-button";
import { Callout } from "@/components/ui/callout";
import { idle } from "@/lib/action-state";
import type { Action } from "@/lib/actions";
import { refusalWords } from "./refusal-words";

/** Asks for the copy of what was sent; it stands among the documents then. */
export function CopyForm({ applicationId, action }: { applicationId: string; action: Action }) {
  const t = useTranslations("applications");
  const [state, send] = useActionState(action, idle);
  return (
    <form action={send} className="mt-3">
      {state.status === "failed" && (
        <Callout tone="cotto">{refusalWords(t, state.reason ?? state.code)}</Callout>
      )}
      <input type="hidden" name="applicationId" value={applicationId} />
      <SubmitButton look="outline" small pending={t("copy.making")}>
        {t("copy.make")}
      </SubmitButton>
      <p className="ct-muted mt-2 mb-0">{t("copy.text")}</p>
    </form>
  );
}

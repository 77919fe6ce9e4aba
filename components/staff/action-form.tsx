"use client";
import { useTranslations } from "next-intl";
import {
  createContext,
  type FormEvent,
  type ReactNode,
  type RefObject,
  startTransition,
  useActionState,
  useContext,
  useEffect,
} from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { type ActionState, idle } from "@/lib/action-state";
import type { FieldConflict } from "@/lib/kernel/merge-fields";
import { problemOf, refusalOf } from "./problems";

export type FormAction = (previous: ActionState, form: FormData) => Promise<ActionState>;

type Part = {
  kept: (name: string) => string | string[] | undefined;
  wrong: Record<string, string>;
  conflicts: readonly FieldConflict[];
};
const PartOfForm = createContext<Part>({ kept: () => undefined, wrong: {}, conflicts: [] });

type Props = {
  action: FormAction;
  /** Values that travel with the form. */
  hidden?: Readonly<Record<string, string | number | undefined>>;
  /** Said when the action is done and the page stays. */
  done?: string;
  /** Names of the fields, where the sentence of a problem does not say which one it is about. */
  labels?: Readonly<Record<string, string>>;
  className?: string;
  id?: string;
  formRef?: RefObject<HTMLFormElement | null>;
  /** After each change of a field. */
  changed?: () => void;
  /** What must be done before the form is sent; false keeps it here. */
  beforeSend?: (posted: FormData) => Promise<boolean>;
  children: ReactNode;
};

/**
 * The one form of staff pages: sends to a server action with or without scripts, shows what is
 * wrong in a summary that takes the focus, and gives the fields what was typed.
 */
export function ActionForm({ action, hidden = {}, done, labels = {}, ...rest }: Props) {
  const { className, id, formRef, changed, beforeSend, children } = rest;
  const t = useTranslations("staff");
  const titles = useTranslations("errors");
  const [state, send, sending] = useActionState(action, idle);
  const wrong = state.status === "invalid" ? state.fields : {};
  const kept = "kept" in state ? state.kept : {};
  const conflicts = (state.status === "failed" && state.conflicts) || [];
  const failed = state.status === "invalid" || state.status === "failed";
  useEffect(() => {
    if (!failed) return;
    const title = document.title;
    document.title = titles("titlePrefix", { title });
    return () => {
      document.title = title;
    };
  }, [failed, titles]);
  const refusal =
    state.status === "failed"
      ? [t(`refusals.${refusalOf(state.reason ?? state.code)}`), othersChanged(state.changed)]
          .filter(Boolean)
          .join(" ")
      : undefined;
  /** Of a stale form: what somebody else has changed, as far as it has a name here. */
  function othersChanged(fields: readonly string[] = []): string {
    const names = fields.flatMap((field) => labels[field] ?? []);
    const changed = [...new Set(names)].join(", ");
    return changed && t("changedByOthers", { fields: changed });
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    if (!beforeSend) return;
    event.preventDefault();
    if (sending) return;
    const button = (event.nativeEvent as SubmitEvent).submitter;
    const posted = new FormData(event.currentTarget, button);
    startTransition(async () => {
      if (await beforeSend(posted)) startTransition(() => send(posted));
    });
  };
  return (
    <form
      action={send}
      noValidate
      className={className}
      id={id}
      ref={formRef}
      onInput={changed}
      onSubmit={submit}
    >
      <FormErrors
        fields={Object.fromEntries(
          Object.entries(wrong).map(([field, code]) => {
            const problem = t(`problems.${problemOf(code)}`);
            const label = labels[field];
            return [field, label ? t("problemOf", { label, problem }) : problem];
          }),
        )}
        refusal={refusal}
      />
      {Object.entries(hidden).map(
        ([name, value]) =>
          value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <PartOfForm value={{ kept: (name) => kept[name], wrong, conflicts }}>{children}</PartOfForm>
      {done && (
        <p role="status" className="small soft">
          {state.status === "done" ? done : ""}
        </p>
      )}
    </form>
  );
}

/** What a field of the form shows: what was typed before the refusal, else what is stored. */
export function useFieldOf(name: string, stored: string | undefined) {
  const t = useTranslations("staff");
  const { kept, wrong } = useContext(PartOfForm);
  const code = wrong[name];
  return {
    defaultValue: [kept(name) ?? stored ?? ""].flat()[0] ?? "",
    several: kept(name) === undefined ? undefined : [kept(name) ?? []].flat(),
    error: code === undefined ? undefined : t(`problems.${problemOf(code)}`),
  };
}

/** Whether one of these fields is wrong. */
export function useAnyWrong(names: readonly string[]): boolean {
  const { wrong } = useContext(PartOfForm);
  return names.some((name) => wrong[name] !== undefined);
}

/** Both texts of the fields that somebody else wrote too, when this form was sent. */
export const useFormConflicts = () => useContext(PartOfForm).conflicts;

"use client";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useActionState, useContext } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { useErrorTitle } from "@/components/forms/use-error-title";
import { type ActionState, idle } from "@/lib/action-state";
import { problemOf, refusalOf } from "./codes";

type Part = {
  kept: (name: string) => string | undefined;
  wrong: Readonly<Record<string, string>>;
};
/** What the fields of the form around them are told. */
export const PartOfForm = createContext<Part>({ kept: () => undefined, wrong: {} });

type Props = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  /** Values that travel with the form. */
  hidden?: Readonly<Record<string, string | number>>;
  /** Problems known before anything is sent, by field. */
  wrong?: Readonly<Record<string, string>>;
  /** Set where several forms of a page ask the same: added to the ids of the fields. */
  mark?: string;
  className?: string;
  children: ReactNode;
};

/**
 * A form about meetings. It sends with or without scripts, says what is wrong in a summary that
 * takes the focus, and gives the fields back what was typed.
 */
export function WorkshopForm({ action, hidden = {}, wrong, mark, className, children }: Props) {
  const t = useTranslations("workshopForms");
  const [state, send] = useActionState(action, idle);
  const problems = state.status === "invalid" ? state.fields : (wrong ?? {});
  const kept = "kept" in state ? state.kept : {};
  useErrorTitle(state.status === "invalid" || state.status === "failed");
  const refusal =
    state.status === "failed" ? t(`refusals.${refusalOf(state.reason ?? state.code)}`) : undefined;
  return (
    <form action={send} noValidate className={className}>
      <FormErrors
        fields={Object.fromEntries(
          Object.entries(problems).map(([field, code]) => {
            const problem = t(`problems.${problemOf(code)}`);
            const number = numberOfMeeting(field);
            return [field, number ? t("ofMeeting", { number, problem }) : problem];
          }),
        )}
        refusal={refusal}
        idOf={(field) => idOf(field, mark)}
      />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <PartOfForm value={{ kept: (name) => [kept[name]].flat()[0], wrong: problems }}>
        {children}
      </PartOfForm>
    </form>
  );
}

/** Fields of forms of one page that ask the same differ by a mark; a plan begins with its first. */
export const idOf = (field: string, mark: string | undefined) => {
  const id = field === "meetings" ? "meetings.0.title" : field;
  return mark ? `${id}-${mark}` : id;
};

/** Which meeting of a plan a field belongs to, from 1; undefined for the fields of the plan. */
function numberOfMeeting(field: string): number | undefined {
  const at = /^meetings\.(\d+)\./.exec(field)?.[1];
  return at === undefined ? undefined : Number(at) + 1;
}

/** What a field shows: what was typed before a refusal, else what is stored; and what is wrong. */
export function useFieldOf(name: string, stored: string | undefined) {
  const t = useTranslations("workshopForms");
  const { kept, wrong } = useContext(PartOfForm);
  const code = wrong[name];
  return {
    defaultValue: kept(name) ?? stored ?? "",
    error: code === undefined ? undefined : t(`problems.${problemOf(code)}`),
  };
}

/** Whether some field has this problem. */
export function useProblem(code: string): boolean {
  return Object.values(useContext(PartOfForm).wrong).includes(code);
}

/** Whether some field of the meetings from this one on is wrong. */
export function useProblemFrom(number: number): boolean {
  const { wrong } = useContext(PartOfForm);
  return Object.keys(wrong).some((field) => (numberOfMeeting(field) ?? 0) >= number);
}

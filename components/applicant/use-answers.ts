"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { type FocusEvent, type RefObject, useCallback, useMemo } from "react";
import { useForm } from "react-hook-form";
import { type FieldType, type FormDefinition, fieldsOf } from "@/lib/calls/core/form-definition";
import { answersFromEntries } from "@/lib/calls/core/form-entries";
import type { FieldError } from "@/lib/calls/core/form-field-errors";
import type { Track } from "@/lib/calls/core/tracks";
import { answersSchema, readIssue } from "./answer-schema";

/**
 * A message that comes or goes moves what is below it. The click that left the field must still
 * land where it was aimed.
 */
const AFTER_THE_CLICK_MS = 300;

/** What is made of several controls is judged when one goes on: one leaves it many times. */
const IN_PIECES: ReadonlySet<FieldType> = new Set([
  ...(["file", "members", "person", "organisation", "group", "budget", "availability"] as const),
]);

type Given = {
  form: RefObject<HTMLFormElement | null>;
  definition: FormDefinition;
  track: Track;
  values: Record<string, unknown>;
};

/**
 * The answers as they stand on the page, and what is wrong with those that were left. The page is
 * the source: the controls stay plain HTML and are read as the server reads them.
 */
export function useAnswers({ form, definition, track, values }: Given) {
  const resolver = useMemo(
    () => zodResolver(answersSchema(definition, track)),
    [definition, track],
  );
  const { setValue, trigger, watch, formState } = useForm<Record<string, unknown>>({
    defaultValues: values,
    resolver,
  });
  const { errors, touchedFields } = formState;

  const readPage = useCallback(() => {
    if (!form.current) return;
    const posted = [...new FormData(form.current).entries()];
    const shown = new Set(posted.filter(([name]) => name === "_shown").map(([, value]) => value));
    const fields = fieldsOf(definition).filter(
      (field) => shown.has(field.id) && field.type !== "file",
    );
    for (const [id, answer] of Object.entries(answersFromEntries(fields, posted))) {
      setValue(id, answer);
    }
  }, [definition, form, setValue]);

  /** A question is judged when one leaves it, not while one types. */
  const leave = useCallback(
    (event: FocusEvent<HTMLFormElement>) => {
      const name = (event.target as unknown as HTMLInputElement).name?.split(".")[0];
      const field = fieldsOf(definition).find((one) => one.id === name);
      if (!field || IN_PIECES.has(field.type)) return;
      setTimeout(() => {
        readPage();
        setValue(field.id, watch(field.id), { shouldTouch: true });
        trigger(field.id).catch(() => undefined);
      }, AFTER_THE_CLICK_MS);
    },
    [definition, readPage, setValue, trigger, watch],
  );

  const errorOf = (id: string): FieldError | undefined => readIssue(errors[id]?.message);
  const wasLeft = (id: string): boolean => Boolean(touchedFields[id]);
  return { written: { ...values, ...watch() }, readPage, leave, errorOf, wasLeft };
}

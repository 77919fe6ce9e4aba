"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { problemOf } from "./codes";
import { PartOfForm } from "./workshop-form";

type Props = {
  /** Address of the page that shows what would happen. */
  page: string;
  wrong: Readonly<Record<string, string>>;
  children: ReactNode;
};

/** A form that changes nothing: it asks its own page what would happen. */
export function PreviewForm({ page, wrong, children }: Props) {
  const t = useTranslations("workshopForms");
  return (
    <form action={page} method="get" noValidate>
      <FormErrors
        fields={Object.fromEntries(
          Object.entries(wrong).map(([field, code]) => [field, t(`problems.${problemOf(code)}`)]),
        )}
      />
      <PartOfForm value={{ kept: () => undefined, wrong }}>{children}</PartOfForm>
    </form>
  );
}

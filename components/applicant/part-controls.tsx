"use client";
import { type FormEvent, useState } from "react";
import type { CompositeField } from "@/lib/calls/core/form-composites";
import { askedParts, fieldOfPart, type PartsAnswer, partsOf } from "@/lib/calls/core/form-parts";
import type { LegalNature } from "@/lib/people/core/legal-nature";
import { type Places, SingleAnswer } from "./single-answer";

type Props = {
  field: CompositeField;
  /** What the names of the controls begin with: "seat" or "partners.2". */
  prefix: string;
  value: PartsAnswer;
  /** What is wrong, by part. */
  errors: Readonly<Record<string, string>>;
  nature: LegalNature | null;
  locale: "it" | "en";
  places: Places;
};

/** The questions of a block or of a row; those that a legal nature cannot answer are left out. */
export function PartControls(props: Props) {
  const { field, prefix, value, errors, nature, locale, places } = props;
  const natureName = partsOf(field).find((part) => part.type === "legalNature")?.id;
  const [chosen, setChosen] = useState<string>();
  const row = natureName && chosen !== undefined ? { ...value, [natureName]: chosen } : value;
  const changed = (event: FormEvent<HTMLDivElement>) => {
    const { name, value: typed } = event.target as unknown as HTMLSelectElement;
    if (natureName && name === `${prefix}.${natureName}`) setChosen(typed);
  };
  return (
    <div className="ct-two" onChange={changed}>
      {askedParts(field, row, nature).map((part) => (
        <SingleAnswer
          key={part.id}
          field={fieldOfPart(field, part)}
          name={`${prefix}.${part.id}`}
          value={value[part.id]}
          label={part.label[locale]}
          hint={part.hint?.[locale]}
          error={errors[part.id]}
          optional={!part.required}
          locale={locale}
          places={places}
        />
      ))}
    </div>
  );
}
